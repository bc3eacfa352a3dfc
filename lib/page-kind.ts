/** What a tab shows, as far as its address tells. */
export interface PageKind {
  readonly kind: 'web' | 'browser' | 'addons' | 'file' | 'pdf' | 'extension' | 'unknown';
  /** For a sentence: "This is a browser page". */
  readonly name: string;
}

/** Sites that browsers keep extensions out of. */
const ADDON_SITES: readonly (readonly [host: string, path: string, name: string])[] = [
  ['chromewebstore.google.com', '/', 'the Chrome Web Store'],
  ['chrome.google.com', '/webstore', 'the Chrome Web Store'],
  ['microsoftedge.microsoft.com', '/addons', 'the Edge add-ons site'],
  ['addons.opera.com', '/', 'the Opera add-ons site'],
];

/** `extensions.webextensions.restrictedDomains` of Firefox 153. */
const MOZILLA_SITES = new Set([
  'accounts-static.cdn.mozilla.net',
  'accounts.firefox.com',
  'addons.cdn.mozilla.net',
  'addons.mozilla.org',
  'api.accounts.firefox.com',
  'content.cdn.mozilla.net',
  'discovery.addons.mozilla.org',
  'oauth.accounts.firefox.com',
  'profile.accounts.firefox.com',
  'support.mozilla.org',
  'sync.services.mozilla.com',
]);

const SCHEMES: Readonly<Record<string, PageKind>> = {
  'about:': { kind: 'browser', name: 'a browser page' },
  'chrome:': { kind: 'browser', name: 'a browser page' },
  'edge:': { kind: 'browser', name: 'a browser page' },
  'brave:': { kind: 'browser', name: 'a browser page' },
  'opera:': { kind: 'browser', name: 'a browser page' },
  'vivaldi:': { kind: 'browser', name: 'a browser page' },
  'resource:': { kind: 'browser', name: 'a browser page' },
  'devtools:': { kind: 'browser', name: 'a DevTools window' },
  'chrome-search:': { kind: 'browser', name: 'the new tab page' },
  'chrome-untrusted:': { kind: 'browser', name: 'a browser page' },
  'chrome-error:': { kind: 'browser', name: 'an error page of the browser' },
  'view-source:': { kind: 'browser', name: 'the source of a page' },
  'chrome-extension:': { kind: 'extension', name: 'a page of an extension' },
  'moz-extension:': { kind: 'extension', name: 'a page of an extension' },
  'file:': { kind: 'file', name: 'a file on this computer' },
  'data:': { kind: 'file', name: 'a document without a site (data:)' },
  'blob:': { kind: 'file', name: 'a document without a site (blob:)' },
  'javascript:': { kind: 'unknown', name: 'a page without a site' },
};

/** Tells pages that can be looked at (`web`) from those that no extension may or can look into. */
export function pageKind(url: string | null): PageKind {
  if (url === null || url === '' || !URL.canParse(url)) {
    return {
      kind: 'unknown',
      name: 'a browser page, or another that the browser does not name to extensions',
    };
  }
  const { protocol, hostname, pathname } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') {
    return SCHEMES[protocol] ?? { kind: 'unknown', name: `a ${protocol} page` };
  }
  if (MOZILLA_SITES.has(hostname)) {
    return { kind: 'addons', name: `${hostname}, which Firefox keeps extensions out of` };
  }
  const site = ADDON_SITES.find(([host, path]) => host === hostname && pathname.startsWith(path));
  if (site) return { kind: 'addons', name: site[2] };
  if (/\.pdf$/i.test(pathname)) return { kind: 'pdf', name: 'a PDF' };
  return { kind: 'web', name: hostname };
}
