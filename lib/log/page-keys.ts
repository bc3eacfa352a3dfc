import type { Page } from '../capture.ts';
import { looksLikeCartKey, maskKey } from '../cocart/cart-key.ts';
import { type AddressKey, keysInAddress } from '../cocart/page-address.ts';
import { readRestAddress } from '../cocart/store-address.ts';
import type { Redirect } from '../http/redirect.ts';

/** A cart key that stood in the address of a page, or in one that an answer sent on to. */
export interface PageKey extends AddressKey {
  readonly origin: string;
  /** The page without what its address asks for: `https://shop.example/cart/`. Keys in its path are masked. */
  readonly page: string;
  /** True where the address is that of a call to CoCart, which reads it as such. */
  readonly isCall: boolean;
  /** The request whose answer sent on to it (`GET https://shop.example/go`); null where it was asked for. */
  readonly sentBy: string | null;
  /** When the first and the last page or request with it began, in ms since the epoch. */
  readonly first: number;
  readonly last: number;
}

/** Keys that are remembered; the one seen longest ago gives way. */
const MOST_KEYS = 50;

/** Characters of a path that are remembered. */
const LONGEST_PATH = 200;

/** The keys known, with those in the address of a page; the same list where it tells nothing new. */
export function notePage(known: readonly PageKey[], { url, since }: Page): readonly PageKey[] {
  return url === null ? known : noteAddress(known, url, since, null);
}

/** The keys known, with those in the address that an answer sent on to. */
export function noteTarget(
  known: readonly PageKey[],
  { method, url, to, since }: Redirect,
): readonly PageKey[] {
  if (to === null) return known;
  return noteAddress(known, to, since, `${method} ${placeOf(url).page}`);
}

function noteAddress(
  known: readonly PageKey[],
  url: string,
  since: number,
  sentBy: string | null,
): readonly PageKey[] {
  return keysInAddress(url).reduce((keys, found) => {
    const isCall = readRestAddress(url)?.namespace === 'cocart';
    const seen = { ...found, ...placeOf(url), isCall, sentBy };
    const same = keys.find((one) => idOf(one) === idOf(seen));
    const first = Math.min(same?.first ?? since, since);
    const last = Math.max(same?.last ?? since, since);
    if (same?.first === first && same.last === last) return keys;
    const others = keys.filter((one) => one !== same);
    return [{ ...seen, first, last }, ...others].sort(lastSeenFirst).slice(0, MOST_KEYS);
  }, known);
}

function idOf({ name, key, page, hash, sentBy }: Omit<PageKey, 'first' | 'last'>): string {
  return `${name} ${key} ${hash} ${page} ${sentBy}`;
}

function lastSeenFirst(a: PageKey, b: PageKey): number {
  return b.last - a.last;
}

function placeOf(url: string): Pick<PageKey, 'origin' | 'page'> {
  const { origin, pathname } = new URL(url);
  const path = pathname.split('/').map((part) => (looksLikeCartKey(part) ? maskKey(part) : part));
  return { origin, page: `${origin}${path.join('/').slice(0, LONGEST_PATH)}` };
}
