import type { Act } from '../action/act.ts';
import type { StoreAddress } from '../cocart/reading.ts';
import { hostOf } from '../http/host-of.ts';
import type { Wish } from '../wish.ts';

/** Everything a host needs to carry out what a person pressed for. */
export interface Ask {
  readonly wish: Wish;
  readonly origins: readonly string[];
  /** Why access is asked for, in words for the person who is asked. */
  readonly reason: string;
  /** What goes with the press alone, for it may be kept nowhere: the hash of a customer's cart. */
  readonly secret?: string | undefined;
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
