import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetGrants, hasAccess, readGrants, recordGrants, revoke, toPattern } from './access.ts';
import { fakeAccess } from './fake-access.ts';

let granted: Set<string>;

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  granted = new Set();
  fakeAccess(granted);
});

it.each([
  ['https://shop.example', 'https://shop.example/*'],
  ['http://localhost:8066', 'http://localhost/*'],
  ['http://[::1]:8066', 'http://[::1]/*'],
])('%s has the pattern %s', (origin, pattern) => {
  expect(toPattern(origin)).toBe(pattern);
});

describe('access', () => {
  it('is there when every origin is granted', async () => {
    granted.add('https://a.example/*');
    expect(await hasAccess(['https://a.example', 'https://a.example:8443'])).toBe(true);
    expect(await hasAccess(['https://a.example', 'https://b.example'])).toBe(false);
  });

  it('is listed with the first reason it was asked for with', async () => {
    granted.add('https://a.example/*').add('https://b.example/*');
    await recordGrants(['https://a.example'], 'to read the cart', 5);
    await recordGrants(['https://a.example'], 'to read it again', 9);
    expect(await readGrants()).toEqual([
      {
        pattern: 'https://a.example/*',
        origin: 'https://a.example',
        at: 5,
        why: 'to read the cart',
      },
      { pattern: 'https://b.example/*', origin: 'https://b.example', at: null, why: null },
    ]);
  });

  it('goes back with its reason', async () => {
    granted.add('https://a.example/*');
    await recordGrants(['https://a.example'], 'to read the cart', 5);
    await revoke('https://a.example/*');
    expect(await readGrants()).toEqual([]);
    granted.add('https://a.example/*');
    expect(await readGrants()).toMatchObject([{ why: null }]);
  });

  it('that the browser took away takes its reason with it', async () => {
    granted.add('https://a.example/*');
    await recordGrants(['https://a.example'], 'to read the cart', 5);
    await forgetGrants(['https://a.example/*']);
    expect(await readGrants()).toMatchObject([{ at: null, why: null }]);
  });
});
