import browser from 'webextension-polyfill';
import {
  type BrowserCookie,
  type CookieReading,
  concernsCart,
  MOST_VALUE,
  type SiteRead,
} from '../site-data.ts';
import { hasAccess } from './access.ts';
import { readInTab } from './read-in-tab.ts';
import { jarOf } from './tab-cookies.ts';

/** Cookies that are taken along; a browser keeps fewer of one site. */
const MOST_COOKIES = 300;

/**
 * The cookies that these addresses have in the tab's own jar, those included that would not be sent
 * to them (for their path, or because they want https): that is often the answer. Sends nothing.
 */
export function readSiteCookies(
  tabId: number,
  urls: readonly string[],
): Promise<SiteRead<CookieReading>> {
  return readInTab<CookieReading>(tabId, 'The cookies could not be read.', async (tab) => {
    if (urls.length === 0 || !(await hasAccess(urls))) return { is: 'no-access' };
    const jar = await jarOf(tabId);
    const lists = await Promise.all(
      urls.flatMap((url) => [listByUrl(jar, url), listByHost(jar, url)]),
    );
    const all = new Map<string, browser.Cookies.Cookie>();
    for (const cookie of lists.flat()) all.set(idOf(cookie), cookie);
    const own = [...all.values()].filter(({ name, value }) => concernsCart(name, value));
    return {
      is: 'read',
      value: {
        cookies: own.slice(0, MOST_COOKIES).map(toBrowserCookie),
        others: all.size - Math.min(own.length, MOST_COOKIES),
        jar,
        isPrivate: tab.incognito,
        asOf: Date.now(),
      },
    };
  });
}

function listByUrl(jar: string | null, url: string) {
  return list(jar, { url });
}

/** Without a URL neither path nor Secure leaves one out; sub-domains' own come along, and are dropped. */
async function listByHost(jar: string | null, url: string) {
  const { hostname } = new URL(url);
  const cookies = await list(jar, { domain: hostname });
  return cookies.filter(({ domain }) => domain.replace(/^\./, '') === hostname);
}

function list(jar: string | null, by: { url: string } | { domain: string }) {
  return browser.cookies.getAll({
    ...by,
    ...(jar !== null && { storeId: jar }),
    partitionKey: {},
    // Firefox leaves cookies out under first-party isolation unless told not to; Chromium refuses the name.
    ...(import.meta.env.FIREFOX && { firstPartyDomain: null }),
  });
}

function idOf({ name, domain, path, partitionKey }: browser.Cookies.Cookie): string {
  return [name, domain, path, partitionKey?.topLevelSite ?? ''].join(' ');
}

function toBrowserCookie(cookie: browser.Cookies.Cookie): BrowserCookie {
  const value = withoutSignIn(cookie.name, cookie.value);
  return {
    name: cookie.name.slice(0, MOST_VALUE),
    value: value.slice(0, MOST_VALUE),
    cut: Math.max(value.length - MOST_VALUE, 0),
    domain: cookie.domain,
    hostOnly: cookie.hostOnly,
    path: cookie.path,
    secure: cookie.secure,
    httpOnly: cookie.httpOnly,
    sameSite: cookie.sameSite === 'no_restriction' ? 'none' : (cookie.sameSite ?? 'unspecified'),
    expiresAt: cookie.expirationDate === undefined ? null : cookie.expirationDate * 1000,
    partition: cookie.partitionKey?.topLevelSite ?? null,
  };
}

/** Of WordPress's sign-in no more than who and until when: the rest would let its finder in. */
function withoutSignIn(name: string, value: string): string {
  if (!name.startsWith('wordpress_')) return value;
  const bar = /%7C/i.test(value) ? /%7C/i : '|';
  return name.startsWith('wordpress_logged_in_') ? value.split(bar).slice(0, 2).join('|') : '';
}
