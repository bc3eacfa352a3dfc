import browser from 'webextension-polyfill';
import { OBSERVING } from '../optional-permission.ts';
import { revoke } from './access.ts';
import { ignoreCalls } from './observe-calls.ts';

/** Hears no more calls, and gives the permission back. */
export async function stopObserving(): Promise<void> {
  ignoreCalls();
  await revoke(OBSERVING);
}

/** The same where no site is left whose calls could be heard. */
export async function stopIdleObserving(): Promise<void> {
  const { origins = [], permissions = [] } = await browser.permissions.getAll();
  if (origins.length === 0 && permissions.includes(OBSERVING)) await stopObserving();
}
