import type { Capture } from '../capture.ts';
import { readExchange } from '../cocart/read-exchange.ts';
import type { StoreAddress } from '../cocart/reading.ts';
import type { Exchange } from '../http/exchange.ts';
import { storeIdOf } from '../log/call.ts';
import { readCall } from '../log/read-call.ts';

/** Calls that are read for one cart, the newest; each answer may hold all its lines. */
const MOST_READ = 40;

/** What may tell more of a line than v2 answers: requests that add, v1, and `default=true`. */
const MAY_TELL = /add-item|(?:\/|%2F)v1(?:\/|%2F)|[?&]default=true/i;

/**
 * The exchanges about one cart that may tell attribute keys and own prices, oldest first; none where
 * it is not known which cart.
 */
export function cartExchanges(
  captures: readonly Capture[],
  store: StoreAddress,
  key: string | null,
): readonly Exchange[] {
  if (key === null) return [];
  return captures
    .filter(({ exchange }) => MAY_TELL.test(exchange.request.url))
    .slice(-MOST_READ)
    .filter((capture) => {
      const call = readCall(capture, readExchange(capture.exchange));
      return call?.key === key && storeIdOf(call.address) === storeIdOf(store);
    })
    .map(({ exchange }) => exchange);
}
