import type { Capture } from '../capture.ts';
import { effectiveMethod } from '../cocart/effective-method.ts';
import type { Reading, Sighting } from '../cocart/reading.ts';
import type { CallName } from '../cocart/routes.ts';
import { readSessionCookie } from '../cocart/session-cookie.ts';
import { readRestAddress } from '../cocart/store-address.ts';
import type { Exchange } from '../http/exchange.ts';
import { originOf } from '../http/origin-of.ts';
import type { Call, CookieExpiry, Told } from './call.ts';
import { callerOf } from './caller.ts';
import { printCart } from './cart-print.ts';
import { shortRoute } from './short-route.ts';
import { type FrontEnds, storeBehind, type Through } from './through.ts';

/** Where a request says which cart it is about. Cookies are not among them: from 4.2 on they choose nothing. */
const SENT: readonly Sighting['source'][] = ['query', 'request-header', 'request-body', 'path'];

/** Calls about the visitor's cart that leave it as it is. `calculate` works out its totals, no more. */
const READS: ReadonlySet<CallName> = new Set([
  'get-cart',
  'items',
  'count-items',
  'item',
  'totals',
  'calculate',
]);

/** Calls that change it; one of them is a GET (v1 restores an item by it). */
const WRITES: ReadonlySet<CallName> = new Set([
  'create-cart',
  'add-item',
  'add-items',
  'update-item',
  'remove-item',
  'restore-item',
  'clear',
  'update',
  'batch',
]);

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

const NO_FRONT_ENDS: FrontEnds = new Map();

/**
 * Keeps of an exchange what the log has to know of it; null when it is not CoCart's. A cart under an
 * address that is not a store's (a front end's own server that passes it on) is known by its shape.
 */
export function readCall(
  capture: Capture,
  reading: Reading,
  frontEnds: FrontEnds = NO_FRONT_ENDS,
): Call | null {
  const { exchange } = capture;
  const { api } = reading;
  const through = reading.address || !reading.cart ? null : throughOf(exchange, frontEnds);
  const address = reading.address ?? (through && storeBehind(through.origin, frontEnds));
  if (!address || !api || exchange.request.method === 'OPTIONS') return null;
  const route = readRestAddress(exchange.request.url)?.route ?? '';
  const { call } = reading;
  const changes = !SAFE_METHODS.has(effectiveMethod(exchange));
  // Add-ons hang routes of their own below the cart's (CoCart Plus: `cart/coupons`), or beside those
  // of v1 (CoCart Pro: `coupon`, `fees`).
  const isAddOn = /^cart(\/|$)/.test(route) || (api === 'v1' && changes);
  const isOwn = call === null && (isAddOn || !reading.address);
  const isCart = isOwn || (call !== null && (READS.has(call) || WRITES.has(call)));
  const answersCart = isCart && !reading.error && reading.status < 400;
  const told = answersCart ? toldBy(reading) : 'none';
  const named = answersCart ? namedKey(reading) : null;
  const sightings = reading.sightings.filter(
    ({ source }) =>
      (answersCart || source !== 'response-header') &&
      // An admin's list of sessions names other people's carts, not this visitor's.
      (reading.kind !== 'sessions' || source !== 'body'),
  );
  const sent = SENT.map((source) => sightings.find((sighting) => sighting.source === source));
  return {
    id: exchange.id,
    startedAt: exchange.startedAt,
    answeredAt: exchange.startedAt + (exchange.durationMs ?? 0),
    label: `${exchange.request.method} ${shortRoute(reading.address ? route : pathOf(exchange))}`,
    call,
    api,
    address,
    through,
    kind: reading.kind,
    status: reading.status,
    error: reading.error,
    message: reading.message,
    sender: exchange.sender,
    caller: callerOf(exchange, capture.page.url),
    fromCache: exchange.response.fromCache,
    page: capture.page,
    key: named ?? sent.find((sighting) => sighting !== undefined)?.key ?? null,
    keyNamed: named !== null,
    isCart,
    writes: call === null ? isOwn && changes : WRITES.has(call),
    told,
    slot: slotOf(reading, told),
    print: printOf(reading, told, exchange),
    currency: reading.cart?.currency ?? null,
    times: reading.times,
    cookies: sessionCookies(exchange),
    version: reading.version ?? reading.store?.version ?? null,
    store: reading.store,
    batch: exchange.part ?? null,
    sightings,
  };
}

function throughOf(exchange: Exchange, frontEnds: FrontEnds): Through | null {
  const origin = originOf(exchange.request.url);
  if (origin === null) return null;
  const mappedAt = frontEnds.get(origin)?.at ?? null;
  return { origin, path: shortRoute(pathOf(exchange)), mappedAt };
}

function pathOf({ request }: Exchange): string {
  return URL.canParse(request.url) ? new URL(request.url).pathname : '';
}

/** The body names the cart, else the key header of the answer; the key that was sent names nothing. */
function namedKey(reading: Reading): string | null {
  const header = reading.sightings.find(({ source }) => source === 'response-header');
  return reading.cart?.key ?? header?.key ?? null;
}

function toldBy({ kind, cart, count }: Reading): Told {
  switch (kind) {
    case 'cart':
      if (!cart) return 'none';
      if (cart.lines && (cart.totals || cart.lines.length === 0)) return 'whole';
      return cart.lines ? 'lines' : 'part';
    case 'items':
    case 'item':
    case 'totals':
      return cart ? 'part' : 'none';
    case 'count':
      return count === null ? 'none' : 'part';
    default:
      return 'none';
  }
}

function slotOf(reading: Reading, told: Told): string | null {
  if (told === 'none') return null;
  if (told === 'whole' || told === 'lines') return told;
  if (reading.kind === 'item') return `item ${reading.item?.itemKey ?? ''}`;
  if (reading.kind !== 'cart' || !reading.cart) return reading.kind;
  const fields = Object.entries(reading.cart).filter(([, value]) => value !== null);
  return `cart ${fields.map(([field]) => field).join()}`;
}

function printOf(reading: Reading, told: Told, exchange: Exchange): string | null {
  if (!reading.cart || (told !== 'whole' && told !== 'lines')) return null;
  return printCart(reading.cart, exchange.response.body.text ?? '');
}

function sessionCookies({ request, response }: Exchange): CookieExpiry[] {
  const pairs = [
    ...valuesOf(request.headers, 'cookie').flatMap((value) => value.split(';')),
    ...valuesOf(response.headers, 'set-cookie').map((value) => value.split(';', 1)[0] ?? ''),
  ];
  const cookies: CookieExpiry[] = [];
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    const cookie = at > 0 ? readSessionCookie(name, pair.slice(at + 1).trim()) : null;
    if (cookie?.expiresAt) cookies.push({ key: cookie.key, name, expiresAt: cookie.expiresAt });
  }
  return cookies;
}

function valuesOf(headers: Exchange['request']['headers'], name: string): string[] {
  return headers.filter((header) => header.name.toLowerCase() === name).map(({ value }) => value);
}
