import type { GlanceLane } from '../glance.ts';
import { hostOf } from '../http/host-of.ts';
import { priceOfReading } from '../session/reading-price.ts';
import type { Ask } from './ask-store.ts';

/**
 * Reads a lane's cart again: a guest's by its key, a customer's by the browser's sign-in. Null where
 * that cannot be asked (`whyNoRefresh`).
 */
export function askRefresh(lane: GlanceLane, tabId: number): Ask | null {
  const { address, api, whose } = lane;
  if (!whose || whyNoRefresh(lane) !== null) return null;
  const key = whose.owner === 'guest' ? whose.key : null;
  return {
    wish: { kind: 'refresh', tabId, store: address, api, key },
    origins: [address.origin],
    reason: `To read this cart from ${hostOf(address.origin)} again.`,
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
