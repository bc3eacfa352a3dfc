import { readExchange } from '../cocart/read-exchange.ts';
import type { StoreAddress } from '../cocart/reading.ts';
import { readCaptures } from './captures.ts';
import { readFrontEnds } from './front-ends.ts';

/**
 * Stores that pages of this origin have called, newest first (the tab's earlier pages had others), and
 * the one that a person said stands behind it.
 */
export async function knownStores(
  tabId: number,
  pageOrigin: string,
): Promise<readonly StoreAddress[]> {
  const [captures, frontEnds] = await Promise.all([readCaptures(tabId), readFrontEnds()]);
  const called = captures
    .filter(({ page }) => page.url !== null && new URL(page.url).origin === pageOrigin)
    .toReversed()
    .flatMap(({ exchange }) => readExchange(exchange).address ?? []);
  const mapped = frontEnds.filter(({ origin }) => origin === pageOrigin);
  return [...called, ...mapped.map(({ store }) => store)];
}
