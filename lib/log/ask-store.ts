import type { Act } from '../action/act.ts';
import type { StoreAddress } from '../cocart/reading.ts';
import type { GlanceLane } from '../glance.ts';
import type { Wish } from '../wish.ts';

/** Everything a host needs to carry out what a person pressed for. */
export interface Ask {
  readonly wish: Wish;
  readonly origins: readonly string[];
  /** Why access is asked for, in words for the person who is asked. */
  readonly reason: string;
}

/**
 * Reads a lane's cart again: a guest's by its key, a customer's by the browser's sign-in. Null where
 * that cannot be asked: no key is known, or the store's own address is not.
 */
export function askRefresh(lane: GlanceLane, tabId: number): Ask | null {
  const { address, api, whose } = lane;
  if (!whose || address.namespace === '') return null;
  const key = whose.owner === 'guest' ? whose.key : null;
  return {
    wish: { kind: 'refresh', tabId, store: address, api, key },
    origins: [address.origin],
    reason: `To read this cart from ${hostOf(address.origin)} again.`,
  };
}

/** What reading the cart costs the shop: said at the button, because looking is not free. */
export function priceOfRefresh({ whose, version }: GlanceLane): string {
  return `Asks the store for this cart. That ${priceOfReading(whose?.owner === 'customer', version)}`;
}

/** What any reading of a cart costs, as it goes on after "that" or "each read". */
export function priceOfReading(isCustomer: boolean, version: string | null): string {
  const cost = 'hands out the notices which the shop has waiting, and moves the cart’s expiry on.';
  return isCustomer && (version?.startsWith('3.') ?? true)
    ? `${cost} For a customer on CoCart 3 it also sets the store’s cookies again.`
    : cost;
}

/** Carries out an act that a person decided on. */
export function askAct(act: Act, tabId: number): Ask {
  const { origin } = act.target.store;
  return {
    wish: { kind: 'act', tabId, act },
    origins: [origin],
    reason: `To send “${act.title}” to ${hostOf(origin)}: what was shown, with the cart read before and after.`,
  };
}

/** Finds the cart of a page by its cookies and storage. Null where the page's address is not known. */
export function askLook(
  tabId: number,
  pageUrl: string | null,
  store: StoreAddress | null,
): Ask | null {
  if (!pageUrl || !URL.canParse(pageUrl)) return null;
  const { origin, pathname } = new URL(pageUrl);
  const origins = [...new Set(store ? [origin, store.origin] : [origin])];
  return {
    // A query may hold what signs a person in, and a wish is kept.
    wish: { kind: 'look', tabId, pageUrl: origin + pathname, store },
    origins,
    reason:
      `To find the cart of this page: its key is in the cookies or the storage of ${hostOf(origin)}, ` +
      'and the store is then asked for that cart.',
  };
}

/**
 * Reads which cookies and storage entries the browser keeps for a page and its store. Sends nothing to
 * either. Null where the page's address is not known, or is no web page.
 */
export function askInspect(
  tabId: number,
  pageUrl: string | null,
  store: StoreAddress | null,
): Ask | null {
  if (!pageUrl || !URL.canParse(pageUrl)) return null;
  const { origin, protocol } = new URL(pageUrl);
  if (!/^https?:$/.test(protocol)) return null;
  const origins = [...new Set(store ? [origin, store.origin] : [origin])];
  return {
    wish: { kind: 'inspect', tabId, pageUrl },
    origins,
    reason:
      `To show which session cookies and storage entries this browser keeps for ${origins.map(hostOf).join(' and ')}, ` +
      'and whether they are sent. Nothing is sent to the store.',
  };
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : origin;
}
