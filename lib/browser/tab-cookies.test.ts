import { afterEach, expect, it, vi } from 'vitest';
import browser, { type Cookies } from 'webextension-polyfill';
import { readCookies } from './tab-cookies.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

function cookie(name: string, value: string, path: string): Cookies.Cookie {
  return {
    name,
    value,
    path,
    domain: 'shop.example',
    hostOnly: true,
    secure: true,
    httpOnly: true,
    sameSite: 'lax',
    session: true,
    firstPartyDomain: '',
    storeId: '0',
  };
}

it('takes of two cookies with one name that of the nearer path, as PHP does', async () => {
  vi.spyOn(browser.cookies, 'getAll').mockResolvedValue([
    cookie('wp_woocommerce_session_1', 'main', '/'),
    cookie('other', 'x', '/'),
    cookie('wp_woocommerce_session_1', 'second', '/second/'),
  ]);
  expect(await readCookies('0', 'https://shop.example/second/wp-json/')).toEqual([
    { name: 'wp_woocommerce_session_1', value: 'second' },
    { name: 'other', value: 'x' },
  ]);
});
