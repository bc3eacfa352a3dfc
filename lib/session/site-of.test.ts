import { expect, test } from 'vitest';
import { schemefulSite, siteOfHost } from './site-of.ts';

test.each([
  ['shop.example', 'shop.example'],
  ['www.shop.example', 'shop.example'],
  ['api.eu.shop.example', 'shop.example'],
  ['www.shop.co.uk', 'shop.co.uk'],
  ['shop.com.au', 'shop.com.au'],
  ['mine.vercel.app', 'mine.vercel.app'],
  ['a.mine.vercel.app', 'mine.vercel.app'],
  ['localhost', 'localhost'],
  ['shop.localhost', 'shop.localhost'],
  ['127.0.0.1', '127.0.0.1'],
  ['[::1]', '[::1]'],
])('the site of %s is %s', (host, site) => {
  expect(siteOfHost(host)).toBe(site);
});

test('a site has its protocol, and no port', () => {
  expect(schemefulSite(new URL('https://www.shop.example:8443/a'))).toBe('https://shop.example');
});
