import { ownerOf } from '../cocart/cart-key.ts';
import type { GlanceLane } from '../glance.ts';
import { hostOf } from '../http/host-of.ts';
import { priceOfReading } from '../session/reading-price.ts';
import type { Ask } from './ask-store.ts';

/** Reads a lane's cart (again). Null where that cannot be asked (`whyNoRefresh`). */
export function askRefresh(lane: GlanceLane, tabId: number): Ask | null {
  const { whose, cart } = lane;
  if (!whose || whyNoRefresh(lane) !== null) return null;
  return askCart(lane, tabId, whose.key, cart ? ' again' : '');
}

/** Reads the cart of a lane of which only the key was heard; null where there is none. */
export function askUnread(lane: GlanceLane, tabId: number): Ask | null {
  return lane.unread && askCart(lane, tabId, lane.unread.key, '');
}

/** A guest's cart by its key, a customer's by the browser's sign-in. */
function askCart({ address, api }: GlanceLane, tabId: number, key: string, again: string): Ask {
  return {
    wish: {
      kind: 'refresh',
      tabId,
      store: address,
      api,
      key: ownerOf(key) === 'guest' ? key : null,
    },
    origins: [address.origin],
    reason: `To read this cart from ${hostOf(address.origin)}${again}.`,
  };
}

/** Why a lane's cart cannot be asked for by itself; null where it can. */
export function whyNoRefresh({ address, whose, through }: GlanceLane): string | null {
  if (!whose) {
    return through
      ? 'The front end’s own server keeps the key of this cart, and a cart is read by its key.'
      : 'The key of this cart was not heard, and a cart is read by its key.';
  }
  if (address.namespace === '') {
    return `Which store is behind ${hostOf(address.origin)} was not heard. Say it once on the Session screen, and this cart can be read by its key.`;
  }
  if (through && whose.owner === 'customer') {
    return 'The front end’s own server signs this customer in. The browser’s own sign-in may be another’s.';
  }
  return null;
}

/** What reading the cart costs the shop: said at the button, because looking is not free. */
export function priceOfRefresh({ whose, version }: GlanceLane): string {
  const cost = priceOfReading(version);
  const cookies = whose?.owner === 'customer' && (version?.startsWith('3.') ?? true);
  return cookies
    ? `${cost} For a customer on CoCart 3 it also sets the store’s cookies again.`
    : cost;
}
