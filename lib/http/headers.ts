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
  const expired = hasExpired(
    attributes.flatMap((attribute) => readPair(attribute) ?? []),
    now,
  );
  const emptied = /^(?:deleted|(?:%20|\s)*)$/.test(cookie.value);
  return { ...cookie, deleted: expired || emptied };
}

/** An age goes before a date (RFC 6265, 5.3); what is neither says nothing. */
function hasExpired(attributes: readonly Pair[], now: number): boolean {
  const last = (wanted: string) =>
    attributes.findLast(({ name }) => name.toLowerCase() === wanted)?.value ?? '';
  const age = last('max-age');
  return /^-?\d+$/.test(age) ? Number(age) <= 0 : Date.parse(last('expires')) <= now;
}

/** The cookies of a `Cookie` header, in order. */
export function readCookies(header: string): Pair[] {
  return header.split(';').flatMap((pair) => readPair(pair) ?? []);
}

interface Pair {
  readonly name: string;
  readonly value: string;
}

function readPair(pair: string): Pair | null {
  const split = pair.indexOf('=');
  const name = pair.slice(0, Math.max(split, 0)).trim();
  return name === '' ? null : { name, value: pair.slice(split + 1).trim() };
}
