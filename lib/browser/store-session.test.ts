import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser, { type Cookies } from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sampleLoad } from '../load-cart/sample-load.ts';
import { md5 } from '../store-search/md5.ts';
import { fakeAccess } from './fake-access.ts';
import { putSessionBack, readStoreSession } from './store-session.ts';

const KEY = 't_e4dfd4fd2e9da2c48fbe190665e53b';
const HASH = md5('https://shop.example');

const SESSION: Cookies.Cookie = {
  name: `wp_woocommerce_session_${HASH}`,
  value: `${KEY}%7C%7C4102444800%7C%7C4102441200%7C%7C0123456789abcdef`,
  domain: 'shop.example',
  hostOnly: true,
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'lax',
  session: false,
  expirationDate: 4_102_444_800,
  storeId: '0',
  firstPartyDomain: '',
};
const SIGN_IN: Cookies.Cookie = { ...SESSION, name: `wordpress_logged_in_${HASH}`, value: 'jane' };

function jar(...cookies: Cookies.Cookie[]): void {
  vi.spyOn(browser.cookies, 'getAll').mockImplementation(async () => cookies);
  vi.spyOn(browser.cookies, 'getAllCookieStores').mockImplementation(async () => [
    { id: '0', tabIds: [1], incognito: false },
  ]);
}

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  fakeAccess(new Set(['https://shop.example/*']));
  vi.spyOn(browser.tabs, 'get').mockImplementation(async () => ({
    ...{ id: 1, index: 0, highlighted: false, active: true, pinned: false, incognito: false },
  }));
});

describe('the browser’s session of a store', () => {
  it('is the key of its session cookie, and the cookie to put back', async () => {
    jar(SESSION);
    const session = await readStoreSession(1, sampleLoad());
    expect(session).toMatchObject({ key: KEY, signedIn: false, cookie: { jar: '0' } });
    const set = vi.spyOn(browser.cookies, 'set').mockImplementation(async () => SESSION);
    if (!session.cookie) throw new Error('No cookie was kept.');
    await putSessionBack(session.cookie);
    const { name, value, path, secure, httpOnly, sameSite, expirationDate } = SESSION;
    expect(set).toHaveBeenCalledWith({
      url: 'https://shop.example/wp-json/',
      ...{ name, value, path, secure, httpOnly, sameSite, expirationDate, storeId: '0' },
    });
  });

  it('is none where there is no cookie, or only another site’s', async () => {
    jar();
    expect(await readStoreSession(1, sampleLoad())).toEqual({
      ...{ key: null, cookie: null, signedIn: false },
    });
  });

  it('is a customer’s where the sign-in cookie stands beside it', async () => {
    jar({ ...SESSION, value: SESSION.value.replace(KEY, '2') }, SIGN_IN);
    expect(await readStoreSession(1, sampleLoad())).toMatchObject({ key: '2', signedIn: true });
  });
});
