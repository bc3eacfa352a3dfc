import { expect, test } from 'vitest';
import type { StoreAddress } from '../cocart/reading.ts';
import type { Grant } from '../host.ts';
import { storeChoices } from './store-choices.ts';

const SHOP = 'https://shop.example';

function store(origin: string, namespace = 'cocart', base = ''): StoreAddress {
  return { origin, restRoot: `${origin}${base}/wp-json/`, namespace };
}

function grant(origin: string): Grant {
  return { pattern: `${origin}/*`, origin, at: null, why: null };
}

test('stores that were heard stand before sites with access, each once', () => {
  const heard = [
    store('https://a.example', 'cocart', '/blog'),
    store('https://a.example', 'cocart', '/blog'),
  ];
  const grants = [grant('https://a.example'), grant('https://b.example')];
  expect(storeChoices(SHOP, heard, grants)).toEqual([
    { store: store('https://a.example', 'cocart', '/blog'), from: 'heard' },
    { store: store('https://b.example'), from: 'granted' },
  ]);
});

test('neither the front end itself nor another front end is a store', () => {
  const heard = [
    store(SHOP),
    { origin: 'https://c.example', restRoot: 'https://c.example/', namespace: '' },
  ];
  expect(
    storeChoices(SHOP, heard, [grant(SHOP), grant('*://*'), grant('https://*.b.example')]),
  ).toEqual([]);
});

test('no more are offered than can be looked through', () => {
  const heard = Array.from({ length: 30 }, (_, at) => store(`https://s${at}.example`));
  expect(storeChoices(SHOP, heard, [])).toHaveLength(6);
});
