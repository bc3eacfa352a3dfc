import type { GlanceLane } from '../glance.ts';
import type { Ask } from '../log/ask-store.ts';
import { type LoadRequest, QUERY_NAME } from './load-request.ts';

/** Reads the cart under a key and the one that the browser has. */
export function askCheck(tabId: number, load: LoadRequest): Ask {
  const { origin } = load.store;
  return {
    ...withoutHash('check-key', tabId, load),
    origins: [origin],
    reason: `To read from ${hostOf(origin)} what is under this cart key, and which cart this browser has there.`,
  };
}

/** Makes the cart under a key the one of this browser. */
export function askLoad(tabId: number, load: LoadRequest): Ask {
  const { origin } = load.store;
  return {
    ...withoutHash('load', tabId, load),
    origins: [origin],
    reason: `To load the cart in this browser at ${hostOf(origin)}, and to read back what its storefront then holds.`,
  };
}

/** A wish is kept, and the hash of a customer's cart is a password: it goes beside it. */
function withoutHash(
  kind: 'check-key' | 'load',
  tabId: number,
  load: LoadRequest,
): Pick<Ask, 'wish' | 'secret'> {
  const wish = { kind, tabId, load: { ...load, hash: null } };
  return load.hash === null ? { wish } : { wish, secret: load.hash };
}

/**
 * The loading that a screen begins with; null where the store's own address is not known.
 *
 * @param key null where a person is to paste one
 * @param pageUrl of the tab; a page of another site stays open, and the store gets a tab of its own
 */
export function loadFrom(
  lane: GlanceLane & { readonly store?: { readonly homeUrl: string | null } | null },
  key: string | null,
  pageUrl: string | null,
): LoadRequest | null {
  const { address, version } = lane;
  if (address.namespace === '') return null;
  const isShop =
    pageUrl !== null && URL.canParse(pageUrl) && new URL(pageUrl).origin === address.origin;
  return {
    store: address,
    version,
    homeUrl: lane.store?.homeUrl ?? null,
    key: key ?? '',
    hash: null,
    queryName: QUERY_NAME,
    switches: [],
    page: 'home',
    tab: isShop ? 'this' : 'new',
    accepted: [],
  };
}

/** A guest's cart that the page shows; a customer's is not offered to be loaded. */
export function shownKey({ whose }: GlanceLane): string | null {
  return whose?.owner === 'guest' ? whose.key : null;
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : origin;
}
