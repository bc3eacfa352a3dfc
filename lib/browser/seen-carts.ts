import browser from 'webextension-polyfill';
import type { Capture } from '../capture.ts';
import { readExchange } from '../cocart/read-exchange.ts';
import type { Reading } from '../cocart/reading.ts';
import { pageOriginOf } from '../page-origin.ts';
import { z } from '../zod.ts';

const SEEN = 'seen-carts';

/** Origins that are remembered; the one seen longest ago gives way. */
const MAX_ORIGINS = 200;

const seenCartSchema = z.object({
  /** Origin of the page that the cart was seen on. */
  origin: z.string(),
  /** The cookie jar of that page: a private window or a container is another shopper. */
  jar: z.nullable(z.string()),
  /** REST root of the store; its address where it has none that is known. */
  store: z.string(),
  count: z.number(),
  /** When the cart was asked for, in ms since the epoch: an older request may be answered later. */
  at: z.number(),
  /** The session cookies of the store at that time; null where they could not be read. */
  session: z.nullable(z.string()),
  /** True once those have changed. */
  outdated: z.boolean(),
});

/** The last cart seen on the pages of one origin, as the badge shows it. */
export type SeenCart = z.infer<typeof seenCartSchema>;

const seenSchema = z.record(z.string(), seenCartSchema);

/** Number of items that an answer tells of its cart; null when it tells none. */
function countOf({ call, kind, cart, count, error }: Reading): number | null {
  // An admin looks at somebody else's cart.
  if (error || call === 'session-items') return null;
  if (kind === 'count') return count;
  if (!cart || (kind !== 'cart' && kind !== 'items')) return null;
  if (cart.itemCount !== null) return cart.itemCount;
  // v1 tells no count: the quantities of all lines are one.
  const quantities = cart.lines?.map(({ quantity }) => quantity);
  if (!quantities || quantities.includes(null)) return null;
  return quantities.reduce<number>((sum, quantity) => sum + (quantity ?? 0), 0);
}

/** A cart that a capture tells of, before it is noted; null when it tells none or no page. */
export function seenCartOf(capture: Capture, jar: string | null): SeenCart | null {
  const { exchange } = capture;
  const origin = pageOriginOf(capture);
  if (origin === null) return null;
  const reading = readExchange(exchange);
  const count = countOf(reading);
  if (count === null) return null;
  return {
    origin,
    jar,
    store: reading.address?.restRoot ?? new URL(exchange.request.url).origin,
    count,
    at: exchange.startedAt,
    session: null,
    outdated: false,
  };
}

/** Notes a cart unless a newer one of the same pages is known. */
export async function noteSeenCart(cart: SeenCart): Promise<void> {
  await update((seen) => {
    const known = seen[nameOf(cart)];
    if (!known || known.at <= cart.at) seen[nameOf(cart)] = cart;
  });
}

/** Marks the cart as outdated, unless it was seen anew meanwhile. */
export async function outdateSeenCart(cart: SeenCart): Promise<void> {
  await update((seen) => {
    const known = seen[nameOf(cart)];
    if (known?.at === cart.at) seen[nameOf(cart)] = { ...known, outdated: true };
  });
}

export async function readSeenCarts(): Promise<readonly SeenCart[]> {
  const found = await browser.storage.session.get(SEEN);
  const seen = seenSchema.safeParse(found[SEEN]);
  return seen.success ? Object.values(seen.data) : [];
}

function nameOf({ jar, origin }: Pick<SeenCart, 'jar' | 'origin'>): string {
  return `${jar} ${origin}`;
}

async function update(change: (seen: Record<string, SeenCart>) => void): Promise<void> {
  await navigator.locks.request(SEEN, async () => {
    const carts = await readSeenCarts();
    const seen = Object.fromEntries(carts.map((cart) => [nameOf(cart), cart]));
    change(seen);
    const newest = Object.entries(seen).sort(([, a], [, b]) => b.at - a.at);
    await browser.storage.session.set({ [SEEN]: Object.fromEntries(newest.slice(0, MAX_ORIGINS)) });
  });
}
