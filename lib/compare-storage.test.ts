import { expect, it } from 'vitest';
import { compareStorage } from './compare-storage.ts';
import type { StorageReading } from './site-data.ts';
import { keysInCookieReading, keysInStorageReading } from './site-keys.ts';

function reading(local: Record<string, string>): StorageReading {
  const entries = Object.entries(local).map(([name, value]) => ({
    area: 'localStorage' as const,
    name,
    value,
    cut: 0,
  }));
  return {
    origin: 'https://shop.example',
    entries,
    total: entries.length,
    unread: 0,
    left: 0,
    asOf: 5,
  };
}

it('tells what was added, changed and removed, and nothing else', () => {
  const before = reading({ a: '1', b: '2', c: '3' });
  const now = reading({ a: '1', b: '9', d: '4' });
  expect(compareStorage(before, now)).toEqual([
    { area: 'localStorage', name: 'b', is: 'changed' },
    { area: 'localStorage', name: 'd', is: 'added' },
    { area: 'localStorage', name: 'c', is: 'removed' },
  ]);
  expect(compareStorage(now, now)).toEqual([]);
});

it('takes entries for keys by their name or form alone, and never a cut one', () => {
  const stored = reading({ cartKey: 'my-key', x: 'a'.repeat(30), theme: 'dark', y: '1' });
  expect(keysInStorageReading(stored).map(({ name }) => name)).toEqual(['cartKey', 'x']);
  const entries = stored.entries.map((entry) => ({ ...entry, cut: 10 }));
  expect(keysInStorageReading({ ...stored, entries })).toEqual([]);
});

it('takes session cookies and front ends’ own for keys, with the age of the reading', () => {
  const cookie = {
    cut: 0,
    domain: '.shop.example',
    hostOnly: false,
    path: '/',
    secure: false,
    httpOnly: true,
    sameSite: 'lax' as const,
    expiresAt: null,
    partition: null,
  };
  const cookies = [
    { ...cookie, name: 'wp_woocommerce_session_a', value: 't_9||1999||1998||h' },
    { ...cookie, name: 'cart_key', value: 'mine' },
    { ...cookie, name: 'session', value: 'a'.repeat(30) },
  ];
  const found = keysInCookieReading({ cookies, others: 0, jar: null, isPrivate: false, asOf: 7 });
  expect(found).toMatchObject([
    { key: 't_9', rest: 'session-cookie', origin: 'shop.example', expiresAt: 1_999_000, asOf: 7 },
    { key: 'mine', rest: 'cookie', asOf: 7 },
  ]);
});
