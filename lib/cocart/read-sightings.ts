import type { Exchange, Header } from '../http/exchange.ts';
import { readCookies, readSetCookie } from '../http/headers.ts';
import { isObject } from './fit.ts';
import {
  KEY_COOKIES,
  KEY_PARAMETERS,
  REQUEST_KEY_HEADERS,
  RESPONSE_KEY_HEADERS,
} from './key-places.ts';
import type { Sighting, SightingSource } from './reading.ts';
import type { Route } from './routes.ts';
import { readSessionCookie } from './session-cookie.ts';

/** Longer values are not taken for keys: CoCart's column holds 42 characters. */
const MAX_KEY_LENGTH = 256;

/** Where a key stands in a body. */
const BODY_FIELD = 'cart_key';

/**
 * Every cart key that stands in an exchange, one a place, request before response.
 *
 * @param pathKey the key that the route's path holds.
 * @param responseHeaders with an envelope's headers behind them.
 * @param body the answer's JSON; undefined where it must not name a key (errors).
 */
export function readSightings(
  exchange: Exchange,
  pathKey: Route['pathKey'],
  responseHeaders: readonly Header[],
  body: unknown,
): readonly Sighting[] {
  const found = new Map<string, Sighting>();
  const see = (source: SightingSource, name: string, value: string | null | undefined) => {
    const key = value?.trim();
    if (!key || key.length > MAX_KEY_LENGTH) return;
    found.set(`${source} ${name.toLowerCase()}`, { key, source, name });
  };
  const { request, response } = exchange;
  const parameters = searchParameters(request.url);
  for (const name of KEY_PARAMETERS) see('query', name, parameters?.getAll(name).at(-1));
  if (pathKey) see('path', pathKey.name, decode(pathKey.key));
  for (const header of request.headers) {
    if (isListed(REQUEST_KEY_HEADERS, header)) see('request-header', header.name, header.value);
  }
  see('request-body', BODY_FIELD, requestBodyKey(request.body.text));
  // Of cookies with one name the first counts, as for PHP: it is that of the nearer path.
  const named = new Set<string>();
  for (const header of request.headers) {
    if (header.name.toLowerCase() !== 'cookie') continue;
    for (const { name, value } of readCookies(header.value)) {
      if (!named.has(name)) see('cookie', name, cookieKey(name, value));
      named.add(name);
    }
  }
  for (const header of responseHeaders) {
    if (isListed(RESPONSE_KEY_HEADERS, header)) see('response-header', header.name, header.value);
  }
  for (const [name, key] of setCookieKeys(response.headers, exchange.startedAt)) {
    see('set-cookie', name, key);
  }
  const sightings = [...found.values()];
  return body === undefined ? sightings : [...sightings, ...bodySightings(body)];
}

function isListed(names: readonly string[], header: Header): boolean {
  return names.includes(header.name.toLowerCase());
}

function searchParameters(url: string): URLSearchParams | null {
  return URL.canParse(url) ? new URL(url).searchParams : null;
}

/** The field of a form that is sent as `multipart/form-data`: its headers, a blank line, the value. */
const MULTIPART_KEY = /; name="cart_key"(?:\r\n.+)*\r\n\r\n(.*)/;

/** A key in a JSON body (which CoCart ignores) or in a form's. */
function requestBodyKey(text: string | null): string | null {
  if (!text?.includes(BODY_FIELD)) return null;
  if (text.startsWith('--')) return MULTIPART_KEY.exec(text)?.[1] ?? null;
  if (!text.trimStart().startsWith('{')) return new URLSearchParams(text).get(BODY_FIELD);
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) ? keyOf(json) : null;
  } catch {
    return null;
  }
}

/** The key that a cookie holds, or null when it is no cookie of a cart. */
function cookieKey(name: string, value: string): string | null {
  const session = readSessionCookie(name, value);
  if (session) return session.key;
  return KEY_COOKIES.includes(name) ? decode(value) : null;
}

/** The last word of the answer on each cookie; a deleted one gives none. */
function setCookieKeys(headers: readonly Header[], now: number): Map<string, string> {
  const keys = new Map<string, string>();
  for (const header of headers) {
    if (header.name.toLowerCase() !== 'set-cookie') continue;
    // Firefox joins repeated headers with line ends.
    for (const line of header.value.split('\n')) {
      const cookie = readSetCookie(line, now);
      if (!cookie) continue;
      const key = cookie.deleted ? null : cookieKey(cookie.name, cookie.value);
      if (key) keys.set(cookie.name, key);
      else keys.delete(cookie.name);
    }
  }
  return keys;
}

/** Top level, and each row of a list (sessions). */
function bodySightings(body: unknown): Sighting[] {
  const rows = Array.isArray(body) ? body : [body];
  return rows.filter(isObject).flatMap((row) => {
    const key = keyOf(row);
    return key && key.length <= MAX_KEY_LENGTH
      ? [{ key, source: 'body' as const, name: BODY_FIELD }]
      : [];
  });
}

function keyOf(value: Record<string, unknown>): string | null {
  const key = value[BODY_FIELD];
  return typeof key === 'string' || typeof key === 'number' ? String(key) : null;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
