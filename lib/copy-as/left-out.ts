/** Headers that no snippet names. */
const BY_ALL: readonly RegExp[] = [
  // Parts of the request line of HTTP/2, no headers.
  /^:/,
  // Stands in the address.
  /^host$/,
  // Counted from the body.
  /^content-length$/,
  // About this one connection (RFC 9110, 7.6.1), or for a proxy on the way.
  /^(?:connection|keep-alive|te|trailer|transfer-encoding|upgrade|expect|via|http2-settings|proxy-.*)$/,
  // What the one who asks can unpack, not what is asked.
  /^accept-encoding$/,
  // Each program names itself.
  /^user-agent$/,
  // The browser about itself (Fetch Metadata, Client Hints).
  /^sec-/,
  /^(?:x-client-data|dnt|save-data|priority|purpose|x-moz|upgrade-insecure-requests)$/,
  // A preflight's, which the browser sends by itself.
  /^access-control-request-/,
];

/** Headers that a snippet for a page's script does not name, besides. */
const BY_SCRIPTS: readonly RegExp[] = [
  // Forbidden to scripts (Fetch, 2.2.2): the browser has its own, and tells of the page.
  /^(?:cookie|origin|referer|date)$/,
  // Told by the browser.
  /^accept-language$/,
  // The browser's while DevTools switch its cache off; from a script they need a preflight's leave.
  /^(?:cache-control|pragma)$/,
];

/** True for a header that a snippet for `who` does not name: a `script` runs in a page. */
export function isLeftOut({ name }: { readonly name: string }, who: 'all' | 'script'): boolean {
  const lower = name.toLowerCase();
  const rows = who === 'script' ? [...BY_ALL, ...BY_SCRIPTS] : BY_ALL;
  return rows.some((pattern) => pattern.test(lower));
}
