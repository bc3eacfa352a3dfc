import type { StoreAddress } from '../cocart/reading.ts';
import { hostOf } from '../http/host-of.ts';
import type { Ask } from './ask-store.ts';

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
  const { origin, pathname, protocol } = new URL(pageUrl);
  if (!/^https?:$/.test(protocol)) return null;
  const origins = [...new Set(store ? [origin, store.origin] : [origin])];
  return {
    // A query may hold what signs a person in, and a wish is kept.
    wish: { kind: 'inspect', tabId, pageUrl: origin + pathname },
    origins,
    reason:
      `To show which session cookies and storage entries this browser keeps for ${origins.map(hostOf).join(' and ')}, ` +
      'and whether they are sent. Nothing is sent to the store.',
  };
}
