import { decodePercent, encodeLike } from './percent.ts';
import type { Leaf, Place } from './place.ts';

/** What the segment behind this one is, below a version of CoCart's API (`routes.ts`). */
const BEHIND: ReadonlyMap<string, Place> = new Map([
  ['session', 'key'],
  ['sessions', 'key'],
  ['get-cart', 'key'],
  ['customer', 'user'],
  ['item', 'public'],
]);

/** Reads a path segment by segment: a cart key may be one. */
export function mapPath(path: string, leaf: Leaf): string {
  let isApi = false;
  let before = '';
  return path
    .split('/')
    .map((raw) => {
      const segment = decodePercent(raw);
      const known = isApi ? BEHIND.get(before) : undefined;
      isApi ||= /^v[12]$/.test(before);
      before = segment;
      // `get-cart/customer/2`: the word is none of the keys.
      const place = known && !BEHIND.has(segment) ? known : 'segment';
      return encodeLike(raw, segment, leaf(segment, place));
    })
    .join('/');
}
