import type { Capture } from '../capture.ts';
import { readExchange } from '../cocart/read-exchange.ts';
import type { StoreAddress } from '../cocart/reading.ts';
import type { Exchange } from '../http/exchange.ts';
import { storeIdOf } from '../log/call.ts';
import { readCall } from '../log/read-call.ts';
import { NOTHING_OBSERVED, type ObservedLines, observedLines } from './observed-lines.ts';

/** Calls of one cart that are learnt from, the newest; each answer may hold all its lines. */
const MOST_OWN = 40;

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
  const own: Exchange[] = [];
  for (const capture of captures.toReversed()) {
    const { exchange } = capture;
    // Reading costs most: a call that names the key nowhere is not this cart's.
    if (!MAY_TELL.test(exchange.request.url) || !names(exchange, key)) continue;
    const call = readCall(capture, readExchange(exchange));
    if (call?.key !== key || storeIdOf(call.address) !== storeIdOf(store)) continue;
    if (own.push(exchange) === MOST_OWN) break;
  }
  return observedLines(own.toReversed());
}

function names({ request, response }: Exchange, key: string): boolean {
  return (
    request.url.includes(key) ||
    [...request.headers, ...response.headers].some(({ value }) => value.includes(key)) ||
    [request.body, response.body].some(({ text }) => text?.includes(key))
  );
}
