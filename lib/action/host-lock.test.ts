import { expect, test } from 'vitest';
import { hostIn, isSafeHost } from './host-lock.ts';

test.each([
  ['http://localhost:8080', 'localhost'],
  ['https://shop.localhost', 'below localhost'],
  ['http://shop.test', '.test'],
  ['http://shop.local', '.local'],
  ['http://shop.test./', 'a dot at its end'],
  ['http://wordpress', 'a single label'],
  ['http://127.0.0.1', 'loopback'],
  ['http://127.1', 'loopback, shortened'],
  ['http://0x7f000001', 'loopback, hexadecimal'],
  ['http://10.1.2.3', 'private'],
  ['http://172.16.0.1', 'private'],
  ['http://172.31.255.255', 'private'],
  ['http://192.168.1.9', 'private'],
  ['http://169.254.7.7', 'link-local'],
  ['http://[::1]:8080', 'loopback v6'],
  ['http://[fd12:3456::1]', 'unique local v6'],
  ['http://[fe80::1]', 'link-local v6'],
  ['http://[::ffff:192.168.0.1]', 'private, mapped into v6'],
])('%s is not locked: %s', (origin) => {
  expect(isSafeHost(origin)).toBe(true);
});

test.each([
  ['https://shop.example', 'a shop'],
  ['https://localhost.shop.example', 'a label that only looks local'],
  ['https://shop.test.example', 'test as a label'],
  ['https://mylocalhost.com', 'an end that only looks local'],
  ['http://172.15.0.1', 'beside the private range'],
  ['http://172.32.0.1', 'beside the private range'],
  ['http://192.169.0.1', 'beside the private range'],
  ['http://11.0.0.1', 'beside the private range'],
  ['http://8.8.8.8', 'public'],
  ['http://[2001:db8::1]', 'public v6'],
  ['http://[fd::1]', 'a short group that is no unique local address'],
  ['http://[::ffff:8.8.8.8]', 'public, mapped into v6'],
  ['not an address', 'nonsense'],
  ['', 'nothing'],
])('%s is locked: %s', (origin) => {
  expect(isSafeHost(origin)).toBe(false);
});

test('a host that the person listed is not locked, by its whole name alone', () => {
  const listed = ['Staging.Shop.example '];
  expect(isSafeHost('https://staging.shop.example', listed)).toBe(true);
  expect(isSafeHost('https://shop.example', listed)).toBe(false);
  expect(isSafeHost('https://a.staging.shop.example', listed)).toBe(false);
});

test.each([
  ['Staging.shop.example', 'staging.shop.example'],
  ['https://staging.shop.example:8443/cart', 'staging.shop.example'],
  ['staging.shop.example:8080', 'staging.shop.example'],
  [' 203.0.113.7 ', '203.0.113.7'],
  ['', null],
  ['two words', null],
  ['http://', null],
])('a person types %j: %s', (typed, host) => {
  expect(hostIn(typed)).toBe(host);
});
