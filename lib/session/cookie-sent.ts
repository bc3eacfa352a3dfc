import type { BrowserCookie } from '../site-data.ts';
import { schemefulSite, siteOfHost } from './site-of.ts';

/** A call that a page makes with `fetch`. */
export interface Trip {
  readonly pageUrl: string;
  /** Address that is called. */
  readonly storeUrl: string;
  readonly credentials: RequestCredentials;
  /** ms since the epoch. */
  readonly now: number;
}

/** The rule that decides whether a cookie goes along. */
export type SendingRule =
  | 'address'
  | 'credentials'
  | 'expired'
  | 'domain'
  | 'path'
  | 'secure'
  | 'partition'
  | 'same-site'
  | 'third-party'
  | 'all-fit';

/** Whether a browser sends a cookie along. `depends` is on its settings: the sentence says on which. */
export interface SentVerdict {
  readonly sent: 'yes' | 'no' | 'depends';
  readonly rule: SendingRule;
  readonly why: string;
}

/** Whether a cookie goes along with a page's call to a store, and if not, why. The first obstacle is named. */
export function willBeSent(cookie: BrowserCookie, trip: Trip): SentVerdict {
  if (!URL.canParse(trip.pageUrl) || !URL.canParse(trip.storeUrl)) {
    return {
      sent: 'depends',
      rule: 'address',
      why: 'The address of the page or of the store is not known.',
    };
  }
  const page = new URL(trip.pageUrl);
  const store = new URL(trip.storeUrl);
  return (
    byCredentials(trip.credentials, page, store) ??
    byCookie(cookie, store, trip.now) ??
    byPartition(cookie, page) ??
    bySite(cookie, page, store) ?? {
      sent: 'yes',
      rule: 'all-fit',
      why: `Sent: its domain, path and attributes fit ${store.origin}.`,
    }
  );
}

function no(rule: SendingRule, why: string): SentVerdict {
  return { sent: 'no', rule, why };
}

function byCredentials(credentials: RequestCredentials, page: URL, store: URL): SentVerdict | null {
  if (credentials === 'omit')
    return no('credentials', 'The call says credentials: "omit": no cookie goes along.');
  if (credentials === 'include' || page.origin === store.origin) return null;
  return no(
    'credentials',
    `The store is another origin (${store.origin}) than the page (${page.origin}), and the call does not say credentials: "include".`,
  );
}

function byCookie(cookie: BrowserCookie, store: URL, now: number): SentVerdict | null {
  const { domain, path, expiresAt } = cookie;
  if (expiresAt !== null && expiresAt <= now) {
    return no('expired', 'Its time is over: the browser no longer sends it.');
  }
  if (!domainFits(cookie, store.hostname)) {
    return no(
      'domain',
      `It belongs to ${domain}${cookie.hostOnly ? ' alone' : ''}, the store is ${store.hostname}.`,
    );
  }
  if (!pathFits(path, store.pathname)) {
    return no('path', `It belongs to ${path}, the call goes to ${store.pathname.slice(0, 120)}.`);
  }
  if (cookie.secure && store.protocol !== 'https:' && !isLoopback(store.hostname)) {
    return no('secure', 'It is Secure, and the store is called by http.');
  }
  return null;
}

function byPartition({ partition }: BrowserCookie, page: URL): SentVerdict | null {
  if (partition === null) return null;
  const own = URL.canParse(partition) ? schemefulSite(new URL(partition)) : partition;
  return own === schemefulSite(page)
    ? null
    : no(
        'partition',
        `It is kept for pages of ${partition}; this page is of ${schemefulSite(page)}.`,
      );
}

function bySite(cookie: BrowserCookie, page: URL, store: URL): SentVerdict | null {
  const { sameSite, secure, partition } = cookie;
  if (isSameSite(cookie, page, store)) {
    if (page.protocol === store.protocol || sameSite === 'none') return null;
    return {
      sent: 'depends',
      rule: 'same-site',
      why: `Page and store differ in http and https. Chromium then counts them as two sites and does not send a ${wordFor(sameSite)} cookie; Firefox does.`,
    };
  }
  const sites = `The page (${siteOfHost(page.hostname)}) is another site than the store (${siteOfHost(store.hostname)})`;
  if (sameSite === 'unspecified') {
    return no(
      'same-site',
      `${sites}, and the cookie says no SameSite, which counts as Lax: it stays behind.`,
    );
  }
  if (sameSite !== 'none')
    return no('same-site', `${sites}, and the cookie is ${wordFor(sameSite)}.`);
  if (!secure)
    return no(
      'same-site',
      `${sites}. SameSite=None counts for Secure cookies alone, and it is not.`,
    );
  if (partition !== null) return null;
  return {
    sent: 'depends',
    rule: 'third-party',
    why: `${sites}: sent where the browser lets third-party cookies through. Firefox has a jar for each page’s site, in which this one is not; private windows block it.`,
  };
}

function wordFor(sameSite: BrowserCookie['sameSite']): string {
  return sameSite === 'strict' ? 'SameSite=Strict' : 'SameSite=Lax';
}

/** A domain that sub-domains share was allowed by the browser's own list: within it all is one site. */
function isSameSite(cookie: BrowserCookie, page: URL, store: URL): boolean {
  if (!cookie.hostOnly && domainFits(cookie, page.hostname)) return true;
  return siteOfHost(page.hostname) === siteOfHost(store.hostname);
}

function domainFits({ domain, hostOnly }: BrowserCookie, host: string): boolean {
  const own = domain.replace(/^\./, '').toLowerCase();
  return host === own || (!hostOnly && host.endsWith(`.${own}`));
}

/** RFC 6265, 5.1.4. */
function pathFits(own: string, called: string): boolean {
  if (own === called) return true;
  return called.startsWith(own.endsWith('/') ? own : `${own}/`);
}

/** Browsers send Secure cookies to this machine by http, too. */
function isLoopback(host: string): boolean {
  return (
    host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127\./.test(host)
  );
}
