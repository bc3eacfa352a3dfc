import { readRestAddress } from '../cocart/store-address.ts';
import { MAX_BODY_BYTES } from '../http/decode-body.ts';
import type { HarEntry } from '../http/from-har.ts';

/** Words of every cart and line of v1 and v2, and of every error: other JSON is dropped before it is parsed. */
export const CART_WORDS = /"(?:cart_key|cart_hash|item_key|line_subtotal|cocart_\w+)"/;

/** Resource types of Chromium that are never an answer to a call. */
const NEVER_CALLS = new Set([
  'image',
  'font',
  'stylesheet',
  'script',
  'media',
  'texttrack',
  'manifest',
]);

/**
 * Decided before the body is read: a call by its address, or JSON of bearable size. `stores` are
 * beginnings of URLs below which a cart was found by its shape: a store that goes by another name.
 */
export function isWorthReading(entry: HarEntry, stores: ReadonlySet<string>): boolean {
  const { url, method } = entry.request;
  if (isCallByAddress(url, stores) || (method === 'POST' && isBatch(url))) return true;
  if (method === 'OPTIONS' || NEVER_CALLS.has(entry._resourceType ?? '')) return false;
  const { mimeType, size } = entry.response.content;
  return /json/i.test(mimeType) && (size ?? 0) <= MAX_BODY_BYTES;
}

/** True for WordPress' own batch, whose calls may be anybody's. */
export function isBatch(url: string): boolean {
  return /(?:\/|%2F)batch(?:\/|%2F)v1\/?(?:[?#&]|$)/i.test(url);
}

/** True for a call below CoCart's own name, or below that of a store which goes by another. */
export function isCallByAddress(url: string, stores: ReadonlySet<string>): boolean {
  if (readRestAddress(url)?.namespace === 'cocart') return true;
  return [...stores].some((store) => url.startsWith(store));
}
