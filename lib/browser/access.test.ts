import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { WishStatus } from '../wish.ts';
import { forgetGrants, hasAccess, readGrants, recordGrants, revoke } from './access.ts';
import { toPattern } from './ask-for-access.ts';
import { fakeAccess } from './fake-access.ts';

let granted: Set<string>;

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  granted = new Set();
  fakeAccess(granted);
});

function asked(askedAt: number, reason: string, kind: 'inspect' | 'observe' = 'inspect') {
  const origins = ['https://a.example'];
  const wish = { kind, tabId: 1, pageUrl: 'https://a.example/' };
  return { id: 'x', wish, origins, reason, askedAt, state: { is: 'waiting' } } satisfies WishStatus;
}

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
    await recordGrants(asked(5, 'to read the cart'));
    await recordGrants(asked(9, 'to read it again'));
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
    await recordGrants(asked(5, 'to read the cart'));
    await revoke('https://a.example/*');
    expect(await readGrants()).toEqual([]);
    granted.add('https://a.example/*');
    expect(await readGrants()).toMatchObject([{ why: null }]);
  });

  it('that the browser took away takes its reason with it', async () => {
    granted.add('https://a.example/*');
    await recordGrants(asked(5, 'to read the cart'));
    await forgetGrants(['https://a.example/*']);
    expect(await readGrants()).toMatchObject([{ at: null, why: null }]);
  });

  it('to hear calls is asked for, listed and given back beside the sites', async () => {
    granted.add('https://a.example/*');
    expect(await hasAccess(['https://a.example'], ['webRequest'])).toBe(false);
    granted.add('webRequest');
    expect(await hasAccess(['https://a.example'], ['webRequest'])).toBe(true);
    await recordGrants(asked(5, 'to hear calls', 'observe'));
    expect(await readGrants()).toMatchObject([
      { pattern: 'https://a.example/*', why: 'to hear calls' },
      { pattern: 'webRequest', at: 5, why: 'to hear calls' },
    ]);
    await revoke('webRequest');
    expect([...granted]).toEqual(['https://a.example/*']);
    expect(await readGrants()).toMatchObject([{ pattern: 'https://a.example/*' }]);
  });
});
