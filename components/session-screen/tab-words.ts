import type { TabJar } from '../../lib/site-data.ts';
import type { Jars } from './use-jars.ts';

/** In which tabs a cart was seen: `this tab and another tab`, `another tab, in a private window`. */
export function tabWords(tabs: readonly number[], tabId: number | null, jars: Jars): string {
  const own = tabId !== null && tabs.includes(tabId);
  const others = new Map<string, number>();
  for (const tab of tabs) {
    if (tab === tabId) continue;
    const where = jarWords(jars[tab]);
    others.set(where, (others.get(where) ?? 0) + 1);
  }
  const words = [...others].map(([where, count]) => {
    const which = count === 1 ? 'another tab' : `${count} other tabs`;
    return where === '' ? which : `${which}, ${where}`;
  });
  return [...(own ? ['this tab'] : []), ...words].join(' and ');
}

/** Another window's or container's cookies are another shopper; empty where they are the usual ones. */
export function jarWords(jar: TabJar | undefined): string {
  if (jar?.isPrivate) return 'in a private window';
  return jar?.jar?.includes('container') ? `in a container (${jar.jar})` : '';
}
