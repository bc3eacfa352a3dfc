import type { Capture } from '../capture.ts';
import { readExchange } from '../cocart/read-exchange.ts';
import type { StoreAddress } from '../cocart/reading.ts';
import { storeIdOf } from '../log/call.ts';
import { readCall } from '../log/read-call.ts';
import { NOTHING_OBSERVED, type ObservedLines, observedLines } from './observed-lines.ts';

/** Calls that are read for one cart, the newest; each answer may hold all its lines. */
const MOST_READ = 40;

/** What may tell more of a line than v2 answers: requests that add, v1, and `default=true`. */
const MAY_TELL = /add-item|(?:\/|%2F)v1(?:\/|%2F)|[?&]default=true/i;

/**
 * What the captures that are there tell of the lines of one cart: attribute keys and own prices.
 *
 * @param captures of any tab and store, oldest first
 * @param key of the cart; null, where it is not known, tells nothing
 */
export function heardLines(
  captures: readonly Capture[],
  store: StoreAddress,
  key: string | null,
): ObservedLines {
  if (key === null) return NOTHING_OBSERVED;
  const own = captures
    .filter(({ exchange }) => MAY_TELL.test(exchange.request.url))
    .slice(-MOST_READ)
    .filter((capture) => {
      const call = readCall(capture, readExchange(capture.exchange));
      return call?.key === key && storeIdOf(call.address) === storeIdOf(store);
    });
  return observedLines(own.map(({ exchange }) => exchange));
}
