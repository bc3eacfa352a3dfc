import type { StoreAddress } from '../cocart/reading.ts';
import type { Ask } from './ask-store.ts';

/** What reading a store's list of routes costs it: said at the button. */
export const PRICE_OF_ROUTES =
  'Sends two requests, one for the list of routes of each API version, without cookies or key. They touch no cart.';

/** Reads what routes a store has. */
export function askRoutes(tabId: number, store: StoreAddress): Ask {
  return {
    wish: { kind: 'routes', tabId, store },
    origins: [store.origin],
    reason: `To see which routes ${new URL(store.origin).host} has.`,
  };
}
