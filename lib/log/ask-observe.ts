import type { Ask } from './ask-store.ts';

/**
 * Lets the calls of a page be heard as they happen, with DevTools closed: those to its own site and to
 * these `stores` (origins). Sends nothing. Null where the page's address is not known, or is no web page.
 */
export function askObserve(
  tabId: number,
  pageUrl: string | null,
  stores: readonly string[],
): Ask | null {
  if (!pageUrl || !URL.canParse(pageUrl)) return null;
  const { origin, protocol, pathname } = new URL(pageUrl);
  if (!/^https?:$/.test(protocol)) return null;
  const origins = [...new Set([origin, ...stores])];
  const hosts = origins.map((one) => new URL(one).host).join(' and ');
  return {
    // A query may hold what signs a person in, and a wish is kept.
    wish: { kind: 'observe', tabId, pageUrl: origin + pathname },
    origins,
    reason:
      `To hear the cart key in calls of this page as they happen: those that ${hosts} makes and gets. ` +
      'Nothing is sent, held up or changed.',
  };
}
