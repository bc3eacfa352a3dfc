import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fakeAccess } from './fake-access.ts';
import { FakeWebRequests, installWebRequests } from './fake-web-requests.ts';
import { observeCalls } from './observe-calls.ts';
import { stopIdleObserving, stopObserving } from './stop-observing.ts';

let granted: Set<string>;
let requests: FakeWebRequests;

beforeEach(() => {
  fakeBrowser.reset();
  granted = new Set(['https://a.example/*', 'webRequest']);
  fakeAccess(granted);
  requests = new FakeWebRequests();
  installWebRequests(requests);
  observeCalls();
});

it('lets go of every listener and of the permission, and can begin anew', async () => {
  await stopObserving();
  expect(requests.extras).toEqual([]);
  expect([...granted]).toEqual(['https://a.example/*']);
  expect(observeCalls()).toBe(true);
  expect(requests.extras).not.toEqual([]);
});

it('stops by itself when the last site is gone, and not before', async () => {
  await stopIdleObserving();
  expect(granted.has('webRequest')).toBe(true);
  granted.delete('https://a.example/*');
  await stopIdleObserving();
  expect(granted.has('webRequest')).toBe(false);
  expect(requests.extras).toEqual([]);
});
