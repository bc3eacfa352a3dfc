import type { Header } from './exchange.ts';

/** The value of a header, whatever its case; the last one where it is repeated; null when absent. */
export function headerValue(headers: readonly Header[], name: string): string | null {
  const wanted = name.toLowerCase();
  for (let index = headers.length - 1; index >= 0; index -= 1) {
    const header = headers[index];
    if (header?.name.toLowerCase() === wanted) return header.value;
  }
  return null;
}

/** A cookie of a `Set-Cookie` header. */
export interface SetCookie {
  readonly name: string;
  readonly value: string;
  /** True when the header takes the cookie away: an expiry in the past, no age, or no value. */
  readonly deleted: boolean;
}

/** Reads a `Set-Cookie` header; null when it names no cookie. `now` is in ms since the epoch. */
export function readSetCookie(header: string, now: number): SetCookie | null {
  const [pair = '', ...attributes] = header.split(';');
  const cookie = readPair(pair);
  if (!cookie) return null;
  const expired = attributes.some((attribute) => {
    const { name, value } = readPair(attribute) ?? { name: '', value: '' };
    if (name.toLowerCase() === 'max-age') return Number(value) <= 0;
    return name.toLowerCase() === 'expires' && Date.parse(value) <= now;
  });
  const emptied = /^(?:deleted|(?:%20|\s)*)$/.test(cookie.value);
  return { ...cookie, deleted: expired || emptied };
}

/** The cookies of a `Cookie` header, in order. */
export function readCookies(header: string): { readonly name: string; readonly value: string }[] {
  return header.split(';').flatMap((pair) => readPair(pair) ?? []);
}

function readPair(pair: string): { readonly name: string; readonly value: string } | null {
  const split = pair.indexOf('=');
  if (split < 1) return null;
  return { name: pair.slice(0, split).trim(), value: pair.slice(split + 1).trim() };
}
