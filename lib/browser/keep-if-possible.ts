import type { ActHost } from '../action/run-act.ts';

/**
 * Keeps what was answered as far as it can be. What went out is done by then: were its row missed, an act
 * that stopped for it would tell nobody of the writes that the store has taken, and offer no way back.
 */
export function keepIfPossible(keep: ActHost['keep']): ActHost['keep'] {
  return (exchange) => keep(exchange).catch(() => undefined);
}
