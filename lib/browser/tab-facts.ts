import browser from 'webextension-polyfill';
import type { Page } from '../capture.ts';
import type { FoundKey } from '../found-key.ts';
import { foundKeySchema } from '../found-key.ts';
import { hideInUrl } from '../http/hide-credentials.ts';
import { z } from '../zod.ts';

const PAGE = 'page:';
const KEYS = 'keys:';

const pageSchema = z.object({ url: z.nullable(z.string()), since: z.number() });
const keysSchema = z.array(foundKeySchema);

/** Keeps which page a tab shows, as an open panel has heard it or a look has seen it. */
export async function putPage(tabId: number, { url, since }: Page): Promise<void> {
  const page = { url: url && hideInUrl(url), since };
  await browser.storage.session.set({ [PAGE + tabId]: page });
}

export async function readKeptPage(tabId: number): Promise<Page | null> {
  const found = await browser.storage.session.get(PAGE + tabId);
  const page = pageSchema.safeParse(found[PAGE + tabId]);
  return page.success ? page.data : null;
}

/** Keeps the keys that a look found resting in the browser. */
export async function putKeys(tabId: number, keys: readonly FoundKey[]): Promise<void> {
  await browser.storage.session.set({ [KEYS + tabId]: keys });
}

export async function readKeys(tabId: number): Promise<readonly FoundKey[]> {
  const found = await browser.storage.session.get(KEYS + tabId);
  const keys = keysSchema.safeParse(found[KEYS + tabId]);
  return keys.success ? keys.data : [];
}

export async function forgetFacts(tabId: number): Promise<void> {
  await browser.storage.session.remove([PAGE + tabId, KEYS + tabId]);
}

/** The tab whose page this storage key is about; null when it is about something else. */
export function tabOfPageKey(key: string): number | null {
  return key.startsWith(PAGE) ? Number(key.slice(PAGE.length)) : null;
}
