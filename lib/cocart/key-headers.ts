import type { Header } from '../http/exchange.ts';
import { readCookies, readSetCookie } from '../http/headers.ts';
import { originOf } from '../http/origin-of.ts';
import { KEY_COOKIES, REQUEST_KEY_HEADERS, RESPONSE_KEY_HEADERS } from './key-places.ts';
import { isSessionCookieName } from './session-cookie.ts';

/** Carry a key, or say as what the request is to be taken (`readExchange`) and who made it (`callerOf`). */
const OF_REQUEST = new Set([
  ...REQUEST_KEY_HEADERS,
  'x-http-method-override',
  'origin',
  'sec-fetch-site',
]);

const OF_RESPONSE = new Set(RESPONSE_KEY_HEADERS);

/** CoCart's own, of every generation: version, and when a key expires. */
const COCARTS = /^(?:x-)?cocart-|^cart-expir/;

/** Longer ones name no cart: a cookie's greatest length (RFC 6265, 6.1). */
const MAX_LENGTH = 4096;

/**
 * Of a request's headers only those that name a cart or the site that asks. Of its cookies those of
 * carts, of an address the site: the rest is nobody's to keep.
 */
export function requestKeyHeaders(headers: readonly Header[]): readonly Header[] {
  return pick(headers, (name, value) => {
    if (OF_REQUEST.has(name)) return [value];
    if (name === 'referer') return [originOf(value) ?? ''];
    if (name !== 'cookie') return [];
    const own = readCookies(value).filter((cookie) => isKeyCookie(cookie.name));
    return [own.map((cookie) => `${cookie.name}=${cookie.value}`).join('; ')];
  });
}

/** Of an answer's headers only CoCart's own, and the cookies of carts that it sets or takes away. */
export function responseKeyHeaders(headers: readonly Header[]): readonly Header[] {
  return pick(headers, (name, value) => {
    if (OF_RESPONSE.has(name) || COCARTS.test(name)) return [value];
    if (name !== 'set-cookie') return [];
    // Firefox joins repeated headers with line ends.
    return value.split('\n').filter((line) => isKeyCookie(readSetCookie(line, 0)?.name));
  });
}

/** `valuesOf` is told names in lower case, and answers what is to be kept of the value. */
function pick(
  headers: readonly Header[],
  valuesOf: (name: string, value: string) => readonly string[],
): readonly Header[] {
  return headers.flatMap(({ name, value }) =>
    valuesOf(name.toLowerCase(), value)
      .filter((kept) => kept !== '' && kept.length <= MAX_LENGTH)
      .map((kept) => ({ name, value: kept })),
  );
}

function isKeyCookie(name: string | undefined): boolean {
  return name !== undefined && (isSessionCookieName(name) || KEY_COOKIES.includes(name));
}
