import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { UNLOCK_MS } from '../action/host-lock.ts';
import { DEFAULT_SETTINGS } from '../settings.ts';
import { putSettings } from './settings.ts';
import { lockStore, readStoreLock, unlockStore } from './store-locks.ts';

const SHOP = 'https://shop.example';

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

test('a store is locked, opens for a quarter of an hour, and locks by itself or by hand', async () => {
  expect(await readStoreLock(SHOP)).toEqual({ is: 'locked' });
  await unlockStore(SHOP);
  expect(await readStoreLock(SHOP)).toEqual({ is: 'unlocked', until: Date.now() + UNLOCK_MS });
  expect(await readStoreLock('https://other.example')).toEqual({ is: 'locked' });
  vi.advanceTimersByTime(UNLOCK_MS);
  expect(await readStoreLock(SHOP)).toEqual({ is: 'locked' });
  await unlockStore(SHOP);
  await lockStore(SHOP);
  expect(await readStoreLock(SHOP)).toEqual({ is: 'locked' });
});

test('a clock that was set back keeps no store open for longer than was asked for', async () => {
  await unlockStore(SHOP);
  vi.setSystemTime(Date.now() - 60_000);
  expect(await readStoreLock(SHOP)).toEqual({ is: 'locked' });
});

test('a host that cannot be production, or was listed, is open', async () => {
  expect(await readStoreLock('http://localhost:8080')).toEqual({ is: 'open' });
  await putSettings({ ...DEFAULT_SETTINGS, safeHosts: ['shop.example'] });
  expect(await readStoreLock(SHOP)).toEqual({ is: 'open' });
});

test('what is damaged in storage locks', async () => {
  await browser.storage.session.set({ unlocked: { [SHOP]: 'for ever' } });
  await browser.storage.local.set({ settings: 'none' });
  expect(await readStoreLock(SHOP)).toEqual({ is: 'locked' });
});
