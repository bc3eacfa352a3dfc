import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { UNLOCK_MS } from '../action/host-lock.ts';
import { DEFAULT_SETTINGS } from '../settings.ts';
import { putSettings } from './settings.ts';
import { lockStore, readStoreLock, unlockStore, watchStoreLocks } from './store-locks.ts';

const SHOP = 'https://shop.example';

beforeEach(() => {
  fakeBrowser.reset();
  vi.useRealTimers();
});

it('is locked until a person unlocks it, for a quarter of an hour, and no other store with it', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
  expect(await readStoreLock(SHOP)).toEqual({ is: 'locked' });
  await unlockStore(SHOP);
  expect(await readStoreLock(SHOP)).toEqual({ is: 'unlocked', until: 1_000_000 + UNLOCK_MS });
  expect(await readStoreLock('https://b.example')).toEqual({ is: 'locked' });
  vi.setSystemTime(1_000_000 + UNLOCK_MS);
  expect(await readStoreLock(SHOP)).toEqual({ is: 'locked' });
});

it('is not kept open by a clock that was set back', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 10_000_000 });
  await unlockStore(SHOP);
  vi.setSystemTime(1_000_000);
  expect(await readStoreLock(SHOP)).toEqual({ is: 'locked' });
});

it('is locked again before its time', async () => {
  await unlockStore(SHOP);
  await lockStore(SHOP);
  expect(await readStoreLock(SHOP)).toEqual({ is: 'locked' });
});

it('is open where its host was listed or cannot be production', async () => {
  expect(await readStoreLock('http://localhost:8080')).toEqual({ is: 'open' });
  await putSettings({ ...DEFAULT_SETTINGS, safeHosts: ['shop.example'] });
  expect(await readStoreLock(SHOP)).toEqual({ is: 'open' });
});

it('tells every screen of a change', async () => {
  let told = 0;
  const stop = watchStoreLocks(() => {
    told += 1;
  });
  await unlockStore(SHOP);
  await putSettings({ ...DEFAULT_SETTINGS, safeHosts: ['shop.example'] });
  stop();
  await lockStore(SHOP);
  expect(told).toBe(2);
});
