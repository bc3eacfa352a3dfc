import { expect, test } from 'vitest';
import { notePage, noteTarget, type PageKey } from './page-keys.ts';

const KEY = 't_64700caae6d768c22dc724a96d14e0';
const LOAD = `https://shop.example/cart/?cocart-load-cart=${KEY}`;

test('a key is remembered once a page, with the first and the last time', () => {
  const times = [5, 2, 9, 9].map((since) => ({ url: LOAD, since }));
  const known = times.reduce(notePage, [] as readonly PageKey[]);
  expect(known).toEqual([
    {
      key: KEY,
      name: 'cocart-load-cart',
      hash: false,
      origin: 'https://shop.example',
      page: 'https://shop.example/cart/',
      isCall: false,
      sentBy: null,
      first: 2,
      last: 9,
    },
  ]);
  expect(notePage(known, { url: LOAD, since: 3 })).toBe(known);
  expect(notePage(known, { url: null, since: 10 })).toBe(known);
  expect(notePage(known, { url: 'https://shop.example/', since: 10 })).toBe(known);
});

test('the page is told without what its address asks for, and keys in its path are masked', () => {
  const [found] = notePage([], {
    url: `https://shop.example/share/${KEY}/?cart_key=${KEY}&c_hash=abc`,
    since: 1,
  });
  expect(found?.page).toBe('https://shop.example/share/t_64…14e0/');
});

test('the newest stand first, and the oldest give way', () => {
  let known: readonly PageKey[] = [];
  for (let since = 1; since <= 80; since += 1) {
    known = notePage(known, { url: `https://shop.example/?cart_key=k${since}`, since });
  }
  expect(known).toHaveLength(50);
  expect(known[0]?.key).toBe('k80');
  expect(known.at(-1)?.key).toBe('k31');
});

test('an address of any length is remembered by its beginning', () => {
  const url = `https://shop.example/${'a/'.repeat(100_000)}?cart_key=k`;
  expect(notePage([], { url, since: 1 })[0]?.page.length).toBeLessThan(300);
});

const SENT_ON = {
  method: 'GET',
  url: `https://shop.example/r/${KEY}?secret=1`,
  to: LOAD,
  since: 4,
};

test('the address that an answer sends on to stands beside the page, with who sent on to it', () => {
  const known = noteTarget(notePage([], { url: LOAD, since: 5 }), SENT_ON);
  expect(known.map(({ sentBy, key, first }) => [sentBy, key, first])).toEqual([
    [null, KEY, 5],
    ['GET https://shop.example/r/t_64…14e0', KEY, 4],
  ]);
  expect(noteTarget(known, SENT_ON)).toBe(known);
  expect(noteTarget(known, { ...SENT_ON, to: null })).toBe(known);
  expect(noteTarget(known, { ...SENT_ON, to: 'https://shop.example/' })).toBe(known);
});

test('the address of a call is told from that of a page', () => {
  for (const path of ['wp-json/cocart/v2/cart?', '?rest_route=/cocart/v2/cart&']) {
    const to = `https://shop.example/${path}cart_key=k`;
    expect(noteTarget([], { ...SENT_ON, to })[0]?.isCall).toBe(true);
  }
});
