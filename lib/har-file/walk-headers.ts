import { KEY_COOKIES, REQUEST_KEY_HEADERS, RESPONSE_KEY_HEADERS } from '../cocart/key-places.ts';
import { isSessionCookieName, readSessionCookie } from '../cocart/session-cookie.ts';
import type { Header } from '../http/exchange.ts';
import { decodePart, decodePercent, encodeLike } from './percent.ts';
import { type Leaf, placeOfParameter } from './place.ts';
import { mapAddress } from './walk-address.ts';

type MapText = (text: string) => string;

const KEY_HEADERS = new Set([...REQUEST_KEY_HEADERS, ...RESPONSE_KEY_HEADERS]);

const ADDRESSES = new Set(['referer', 'location', 'content-location', 'origin']);

/**
 * Headers whose values say how a call was made, cached and answered. Of any other, which may sign
 * somebody in or tell who it is, only the name goes out.
 */
const PLAIN =
  /^(?:accept(?:-.+)?|access-control-.+|age|allow|cache-control|cdn-cache|cf-cache-status|connection|content-(?:encoding|language|length|type)|date|dnt|etag|expires|host|if-(?:modified-since|none-match)|keep-alive|last-modified|link|pragma|priority|retry-after|sec-(?:ch|fetch)-.+|server|server-timing|te|transfer-encoding|upgrade-insecure-requests|user-agent|vary|via|x-(?:cache(?:-.+)?|content-type-options|frame-options|http-method-override|litespeed-cache|powered-by|qm-.+|ratelimit-.+|requested-with|robots-tag|varnish|wp-total(?:pages)?)|ratelimit(?:-.+)?|(?:x-)?cocart-.+|cart-expir.+)$/;

/** What a cookie says of itself, beside its value (RFC 6265 and its successors). */
const ATTRIBUTES =
  /^(?:expires|max-age|domain|path|samesite|secure|httponly|partitioned|priority)$/i;

/** Cookies of WooCommerce that hold no more than a yes or no. */
const PLAIN_COOKIE = /^woocommerce_items_in_cart$/;

/** Reads a header: keys, credentials, cookies and addresses each by their own rule. */
export function mapHeader({ name, value }: Header, leaf: Leaf, mapText: MapText): Header {
  return { name: leaf(name, 'fixed'), value: mapValue(name.toLowerCase(), value, leaf, mapText) };
}

function mapValue(name: string, value: string, leaf: Leaf, mapText: MapText): string {
  if (KEY_HEADERS.has(name)) return leaf(value, 'key');
  if (/^(?:proxy-)?authorization$/.test(name)) return mapSignIn(value, leaf);
  if (name === 'cookie') return mapCookies(value, leaf);
  if (name === 'set-cookie') {
    return value
      .split('\n')
      .map((line) => mapSetCookie(line, leaf))
      .join('\n');
  }
  if (ADDRESSES.has(name)) return mapAddress(value, leaf, mapText);
  if (PLAIN.test(name)) return mapText(value);
  const place = placeOfParameter(name.replace(/^x-/, ''));
  return leaf(value, place === 'text' || place === 'public' ? 'opaque' : place);
}

/** Keeps how somebody signs in, and reads who it is and by what word from `Basic`. */
function mapSignIn(value: string, leaf: Leaf): string {
  const [, scheme = '', rest = ''] = /^([\w-]+ +)?([\s\S]*)$/.exec(value) ?? [];
  if (/^basic /i.test(scheme)) {
    const [user = '', ...password] = fromBase64(rest).split(':');
    leaf(user, 'name');
    leaf(password.join(':'), 'token');
  }
  return `${scheme}${leaf(rest, 'token')}`;
}

function fromBase64(text: string): string {
  try {
    return atob(text.trim());
  } catch {
    return '';
  }
}

function mapCookies(value: string, leaf: Leaf): string {
  const pairs = value.split(';').map((pair) => mapCookie(pair, leaf));
  return asWhole(pairs.join(';'), leaf);
}

function mapSetCookie(line: string, leaf: Leaf): string {
  const [pair = '', ...attributes] = line.split(';');
  const mapped = attributes.map((attribute) => {
    const name = attribute.split('=', 1)[0] ?? '';
    if (ATTRIBUTES.test(name.trim())) return leaf(attribute, 'text');
    return attribute.includes('=') ? mapCookie(attribute, leaf) : leaf(attribute, 'text');
  });
  return asWhole([mapCookie(pair, leaf), ...mapped].join(';'), leaf);
}

/** A secret may hold what parts cookies, and is found only where they stand together. */
function asWhole(cookies: string, leaf: Leaf): string {
  return leaf(cookies, 'text');
}

function mapCookie(pair: string, leaf: Leaf): string {
  const split = pair.indexOf('=');
  const name = pair.slice(0, Math.max(split, 0));
  const raw = pair.slice(split + 1);
  const value = decodePercent(raw.trim());
  const mapped = mapCookieValue(name.trim(), value, leaf);
  // COOKIEHASH of WordPress: the MD5 of the site's address.
  const site = /^\s*(?:wp_|wordpress_)\w*_([0-9a-f]{32})$/.exec(name)?.[1];
  if (site) leaf(site, 'public');
  return `${split === -1 ? '' : `${leaf(name, 'word')}=`}${encodeLike(raw, value, mapped)}`;
}

function mapCookieValue(name: string, value: string, leaf: Leaf): string {
  if (/^\s*$|^deleted$/.test(value)) return value;
  if (PLAIN_COOKIE.test(name)) return leaf(value, 'text');
  if (KEY_COOKIES.includes(name)) return leaf(value, 'key');
  if (isSessionCookieName(name)) return mapSession(name, value, leaf);
  const place = placeOfParameter(name);
  return leaf(value, place === 'text' || place === 'public' ? 'opaque' : place);
}

/** `key||expiration||expiring||hash`: the times stay. */
function mapSession(name: string, value: string, leaf: Leaf): string {
  if (!readSessionCookie(name, value)) return leaf(decodePart(value), 'opaque');
  return value
    .split(/(\|\|?)/)
    .map((part, index) => {
      if (index === 0) return leaf(part, 'key');
      return /^(?:\|\|?|\d{1,11})$/.test(part) ? part : leaf(part, 'token');
    })
    .join('');
}
