import { keepCaptures, readKept } from '../../lib/browser/captures.ts';
import type { Dropped } from '../../lib/capture.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { manyCalls } from '../many-calls.ts';

/**
 * Keeps so many calls of a tab in `storage.session`, as a panel does that heard them; answers what had to
 * be given up. Runs in a page of the extension.
 */
export async function keepCalls(
  exchanges: readonly Exchange[],
  count: number,
  tabId: number,
): Promise<Dropped> {
  for (const captures of manyCalls(exchanges, count)) {
    await keepCaptures(captures.map((capture) => ({ ...capture, tabId })));
  }
  return (await (await readKept(tabId)).readOlder()).dropped;
}
