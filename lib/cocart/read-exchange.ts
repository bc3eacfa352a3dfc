import type { Currency } from '../cart/cart.ts';
import type { Exchange, Header } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';
import { effectiveMethod } from './effective-method.ts';
import { isObject, Problems } from './fit.ts';
import { RESPONSE_KEY_HEADERS } from './key-places.ts';
import { isStore, isV1Item, isV2Cart, isWholeV1Cart, kindOfJson } from './kind.ts';
import type { ParsedBody } from './parse-body.ts';
import { parseBody } from './parse-body.ts';
import { plainText } from './plain-text.ts';
import { readCartOf } from './read-cart-answer.ts';
import { readError } from './read-error.ts';
import { readSightings } from './read-sightings.ts';
import { readStoreInfo } from './read-store.ts';
import type { ApiError, ApiVersion, Kind, Reading, SessionTimes } from './reading.ts';
import type { Route } from './routes.ts';
import { matchRoute } from './routes.ts';
import type { RestAddress } from './store-address.ts';
import { readRestAddress } from './store-address.ts';
import { wrappedCart } from './wrapped-cart.ts';

/** What is known of the store from other exchanges. */
export interface Known {
  /** Currency of the store's carts, for answers that name none. */
  readonly currency?: Currency | null;
}

/**
 * The one door by which data enters: makes of any exchange, CoCart's or not, what it holds. It never
 * throws and never invents: what an answer does not say is null, what did not fit is in `problems`.
 */
export function readExchange(exchange: Exchange, known: Known = {}): Reading {
  const problems = new Problems();
  const { request, response } = exchange;
  const mimeType = headerValue(response.headers, 'content-type') ?? '';
  const parsed = parseBody(response.body, mimeType, problems);
  const answer = openEnvelope(parsed, response.status, response.headers);
  const { status, headers } = answer;

  const error = parsed.form === 'json' ? readError(answer.json, status) : null;
  const method = effectiveMethod(exchange);
  const named = readRestAddress(request.url);
  const listed = named && matchRoute(named.api, method, named.route);
  const address = confirm(named, listed !== null, headers, answer.json, error);
  const wrapped = address || error ? null : wrappedCart(answer.json);
  if (wrapped) problems.enter(wrapped.path);
  const json = wrapped ? wrapped.cart : answer.json;
  const route = address && listed;
  const kind = kindOf(parsed, json, error, route, method);
  const hasJson = parsed.form === 'json';

  const headerKey = route?.cart ? keyHeader(headers) : null;
  // `html` is known to the totals alone, `formatted` to all of 5.0.
  const formatted =
    (kind === 'totals' && hasParameter(request.url, 'html')) ||
    hasParameter(request.url, 'formatted');
  const cartAnswer = hasJson
    ? readCartOf(kind, json, { headerKey, formatted, known: known.currency ?? null }, problems)
    : null;
  const store = kind === 'store' ? readStoreInfo(json) : null;
  return {
    api: address?.api ?? apiByShape(kind, json),
    call: route?.call ?? null,
    address: address && {
      origin: address.origin,
      restRoot: address.restRoot,
      namespace: address.namespace,
    },
    kind,
    status,
    error: error ?? refusalWithoutCode(kind, status),
    cart: cartAnswer?.cart ?? null,
    item: cartAnswer?.item ?? null,
    count: kind === 'count' && typeof json === 'number' ? json : null,
    message: kind === 'message' ? messageOf(json) : null,
    store,
    times: route?.cart ? readTimes(headers) : NO_TIMES,
    version: store?.version ?? versionHeader(headers),
    sightings: readSightings(
      exchange,
      route?.pathKey ?? null,
      headers,
      hasJson && kind !== 'error' ? json : undefined,
    ),
    problems: problems.list(),
    json: hasJson ? answer.json : undefined,
  };
}

interface Answer {
  readonly json: unknown;
  readonly status: number;
  readonly headers: readonly Header[];
}

/** Unwraps `_envelope=1`: `{body, status, headers}`. Its headers stand behind those of the wire. */
function openEnvelope(parsed: ParsedBody, status: number, headers: readonly Header[]): Answer {
  if (parsed.form !== 'json') return { json: undefined, status, headers };
  const { json } = parsed;
  const isEnvelope =
    isObject(json) &&
    'body' in json &&
    typeof json.status === 'number' &&
    'headers' in json &&
    Object.keys(json).length === 3;
  if (!isEnvelope || typeof json.status !== 'number') return { json, status, headers };
  const inner = isObject(json.headers)
    ? Object.entries(json.headers).map(([name, value]) => ({ name, value: String(value) }))
    : [];
  return { json: json.body, status: json.status, headers: [...headers, ...inner] };
}

/**
 * Takes an address under another name than `cocart` only if the answer shows that CoCart gave it. A
 * header or an item shows it on a listed route alone: 3.0.17 sends `X-CoCart-API` on other plugins'
 * answers too.
 */
function confirm(
  address: RestAddress | null,
  isListed: boolean,
  headers: readonly Header[],
  json: unknown,
  error: ApiError | null,
): RestAddress | null {
  if (!address || address.namespace === 'cocart') return address;
  const hinted =
    headers.some((header) => /^(x-)?cocart-|^cart-key$/i.test(header.name)) || isV1Item(json);
  const shown =
    (isListed && hinted) ||
    (error?.code?.startsWith('cocart_') ?? false) ||
    isV2Cart(json) ||
    isWholeV1Cart(json) ||
    isStore(json);
  return shown ? address : null;
}

function kindOf(
  parsed: ParsedBody,
  json: unknown,
  error: ApiError | null,
  route: Route | null,
  method: string,
): Kind {
  if (parsed.form !== 'json') return parsed.form;
  return error ? 'error' : kindOfJson(json, route, method);
}

/** Forms of an answer whose status alone tells a failure. */
const WORDLESS: ReadonlySet<Kind> = new Set(['html', 'empty', 'unheard']);

/** A page or nothing at all, with a status that says failure. */
function refusalWithoutCode(kind: Kind, status: number): ApiError | null {
  return status >= 400 && WORDLESS.has(kind) ? { code: null, status, message: null } : null;
}

function apiByShape(kind: Kind, json: unknown): ApiVersion | null {
  if (kind !== 'cart') return null;
  return isV2Cart(json) ? 'v2' : 'v1';
}

function keyHeader(headers: readonly Header[]): string | null {
  for (const name of RESPONSE_KEY_HEADERS) {
    const value = headerValue(headers, name)?.trim();
    if (value) return value;
  }
  return null;
}

function versionHeader(headers: readonly Header[]): string | null {
  return headerValue(headers, 'cocart-version') ?? headerValue(headers, 'x-cocart-api-version');
}

const NO_TIMES: SessionTimes = { expiringAt: null, expiresAt: null };

/** Unix seconds in headers: `CoCart-API-Cart-Expiring/-Expiration` from 4.0, `Cart-…` in 5.0. */
function readTimes(headers: readonly Header[]): SessionTimes {
  const ms = (...names: readonly string[]) => {
    const seconds = names.map((name) => headerValue(headers, name)).find((value) => value);
    return seconds && /^\d{1,11}$/.test(seconds) ? Number(seconds) * 1000 : null;
  };
  return {
    expiringAt: ms('cocart-api-cart-expiring', 'cart-expiring'),
    expiresAt: ms('cocart-api-cart-expiration', 'cart-expiration'),
  };
}

function hasParameter(url: string, name: string): boolean {
  const value = URL.canParse(url) ? new URL(url).searchParams.get(name) : null;
  return value !== null && value !== 'false' && value !== '0' && value !== '';
}

function messageOf(json: unknown): string | null {
  if (typeof json === 'string') return plainText(json);
  return isObject(json) && typeof json.message === 'string' ? plainText(json.message) : null;
}
