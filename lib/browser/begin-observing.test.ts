import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beginObserving, wakeToObserve } from './begin-observing.ts';
import { fakeAccess } from './fake-access.ts';

const MINUTE_MS = 60_000;

/** When the background is to be started anew, in ms from now; empty for never. */
async function alarms(): Promise<number[]> {
  const set = await browser.alarms.getAll();
  return set.map(({ scheduledTime }) => scheduledTime - Date.now());
}

async function goOff(): Promise<void> {
  const alarm = { name: 'start anew', scheduledTime: Date.now(), persistAcrossSessions: true };
  await fakeBrowser.alarms.onAlarm.trigger(alarm);
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe('in Firefox', () => {
  beforeEach(() => {
    vi.stubEnv('FIREFOX', 'true');
  });

  it('the background is started anew once, when it has been stopped', async () => {
    await beginObserving();
    expect(await alarms()).toEqual([MINUTE_MS]);
    await browser.alarms.clearAll();
    wakeToObserve(true);
    await goOff();
    expect(await alarms()).toEqual([]);
  });

  it('a background that still runs by then is started anew later', async () => {
    fakeAccess(new Set(['webRequest']));
    wakeToObserve(false);
    await goOff();
    expect(await alarms()).toEqual([MINUTE_MS]);
  });

  it('nothing is started anew once the permission was given back', async () => {
    fakeAccess(new Set());
    wakeToObserve(false);
    await goOff();
    expect(await alarms()).toEqual([]);
  });
});

it('in Chromium nothing is set: it is said that nothing has been heard yet', async () => {
  vi.stubEnv('FIREFOX', '');
  await beginObserving();
  expect(await alarms()).toEqual([]);
  expect(await browser.storage.session.get(null)).toEqual({ 'observing-unproven': true });
});
