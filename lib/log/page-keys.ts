import type { Page } from '../capture.ts';
import { looksLikeCartKey, maskKey } from '../cocart/cart-key.ts';
import { type AddressKey, keysInAddress } from '../cocart/page-address.ts';

/** A cart key that stood in the address of a page. */
export interface PageKey extends AddressKey {
  readonly origin: string;
  /** The page without what its address asks for: `https://shop.example/cart/`. Keys in its path are masked. */
  readonly page: string;
  /** When the first and the last page with it began, in ms since the epoch. */
  readonly first: number;
  readonly last: number;
}

/** Keys that are remembered; the one seen longest ago gives way. */
const MOST_KEYS = 50;

/** Characters of a path that are remembered. */
const LONGEST_PATH = 200;

/** The keys known, with those in the address of a page; the same list where it tells nothing new. */
export function notePage(known: readonly PageKey[], { url, since }: Page): readonly PageKey[] {
  if (url === null) return known;
  return keysInAddress(url).reduce((keys, found) => {
    const seen = { ...found, ...placeOf(url) };
    const same = keys.find((one) => idOf(one) === idOf(seen));
    const first = Math.min(same?.first ?? since, since);
    const last = Math.max(same?.last ?? since, since);
    if (same?.first === first && same.last === last) return keys;
    const others = keys.filter((one) => one !== same);
    return [{ ...seen, first, last }, ...others].sort(lastSeenFirst).slice(0, MOST_KEYS);
  }, known);
}

function idOf({ name, key, page, hash }: Omit<PageKey, 'first' | 'last'>): string {
  return `${name} ${key} ${hash} ${page}`;
}

function lastSeenFirst(a: PageKey, b: PageKey): number {
  return b.last - a.last;
}

function placeOf(url: string): Pick<PageKey, 'origin' | 'page'> {
  const { origin, pathname } = new URL(url);
  const path = pathname.split('/').map((part) => (looksLikeCartKey(part) ? maskKey(part) : part));
  return { origin, page: `${origin}${path.join('/').slice(0, LONGEST_PATH)}` };
}
