import type { Header } from '../http/exchange.ts';

/** For whom a header is left out: a `script` runs in a page, whose browser sends it by itself. */
type For = 'all' | 'script';

/** Headers that a snippet does not name, with the reason. */
const LEFT_OUT: readonly (readonly [name: RegExp, of: For, why: string])[] = [
  [/^:/, 'all', 'a part of HTTP/2’s request line, no header'],
  [/^host$/, 'all', 'stands in the address'],
  [/^content-length$/, 'all', 'counted from the body'],
  [
    /^(?:connection|keep-alive|te|trailer|transfer-encoding|upgrade|expect|via|http2-settings|proxy-.*)$/,
    'all',
    'about this one connection (RFC 9110, 7.6.1)',
  ],
  [/^accept-encoding$/, 'all', 'what the one who asks can unpack, not what is asked'],
  [/^user-agent$/, 'all', 'each program names itself'],
  [/^sec-/, 'all', 'the browser about itself (Fetch Metadata, Client Hints)'],
  [
    /^(?:x-client-data|dnt|save-data|priority|purpose|x-moz|upgrade-insecure-requests)$/,
    'all',
    'the browser about itself',
  ],
  [/^access-control-request-/, 'all', 'a preflight’s, which the browser sends by itself'],
  [/^cookie$/, 'script', 'forbidden to scripts (Fetch, 2.2.2): the browser has its own'],
  [/^(?:origin|referer|date)$/, 'script', 'forbidden to scripts: told by the page that asks'],
  [/^accept-language$/, 'script', 'told by the browser'],
  [
    /^(?:cache-control|pragma)$/,
    'script',
    'the browser’s while its cache is switched off; said by a script they need the leave of a preflight',
  ],
];

/** True for a header that a snippet for `who` does not name. */
export function isLeftOut({ name }: Pick<Header, 'name'>, who: For): boolean {
  const lower = name.toLowerCase();
  return LEFT_OUT.some(([pattern, of]) => (of === 'all' || of === who) && pattern.test(lower));
}
