import browser from 'webextension-polyfill';
import type { Observing } from '../glance.ts';
import { originOf } from '../http/origin-of.ts';
import { OBSERVING } from '../optional-permission.ts';
import { hasAccess } from './access.ts';
import { missingStores } from './called-stores.ts';

const UNPROVEN = 'observing-unproven';

/**
 * Chromium (156) counts who may observe when it starts an extension: given later, the permission has
 * no effect until the browser is restarted, unless another extension observes as well. Nothing says
 * so, and a restart empties this storage.
 */
export async function noteUnproven(): Promise<void> {
  await browser.storage.session.set({ [UNPROVEN]: true });
}

/** A request was told of: the permission is in effect. */
export async function noteProven(): Promise<void> {
  await browser.storage.session.remove(UNPROVEN);
}

/** Whether the calls of the page of a tab are heard with DevTools closed, and which of them are not. */
export async function readObserving(tabId: number, pageUrl: string | null): Promise<Observing> {
  const origin = pageUrl && originOf(pageUrl);
  if (!pageUrl || !origin?.startsWith('http') || !(await hasAccess([origin], [OBSERVING]))) {
    return { state: 'off', missing: [] };
  }
  const { [UNPROVEN]: unproven } = await browser.storage.session.get(UNPROVEN);
  return {
    state: unproven === true ? 'unproven' : 'on',
    missing: await missingStores(tabId, pageUrl),
  };
}
