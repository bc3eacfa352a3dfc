import browser from 'webextension-polyfill';
import { z } from '../zod.ts';

const resourcesSchema = z.array(z.object({ url: z.string(), type: z.catch(z.string(), '') }));

/**
 * The address of the inspected page, without access to it and without running anything there:
 * Chromium lists the page's resources, its document first. Firefox 153 has no such list: null.
 */
export async function readInspectedUrl(): Promise<string | null> {
  const inspected: object = browser.devtools.inspectedWindow;
  if (!('getResources' in inspected) || typeof inspected.getResources !== 'function') return null;
  const { promise, resolve } = Promise.withResolvers<unknown>();
  inspected.getResources(resolve);
  const resources = resourcesSchema.safeParse(await promise);
  const document = resources.data?.find(({ type }) => type === 'document');
  return document && /^https?:/.test(document.url) ? document.url : null;
}
