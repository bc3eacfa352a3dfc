import type { Body, Exchange, Header } from '../http/exchange.ts';
import { isLeftOut } from './left-out.ts';
import { IN_ADDRESS, patternsOfBody, patternsOfHeader } from './secret-places.ts';
import { type Place, Secrets } from './secrets.ts';
import { plain, type Text } from './text.ts';

/** A header of a snippet; no two have the same name. */
export interface TextHeader {
  readonly name: string;
  readonly value: Text;
}

/** A request as a snippet writes it: what every language leaves out is gone, its secrets are apart. */
export interface CopiedRequest {
  readonly method: string;
  readonly url: Text;
  readonly headers: readonly TextHeader[];
  /** Null when there is none, or none to be had. */
  readonly body: Text | null;
  /** What a reader has to know of the request, in words that need no escaping in any language's comment. */
  readonly notes: readonly string[];
  /** CoCart's version where the answer told it. */
  readonly version: string | null;
  /** The value of a field as it stands in data instead of a text. */
  readonly cutField: (name: string, value: string) => Text;
}

export interface CopyOptions {
  /** The real key and credentials instead of variables. */
  readonly real: boolean;
  /** Cart keys known from elsewhere in the exchange. */
  readonly keys?: readonly string[];
  readonly version?: string | null;
}

/** Takes from a request what a snippet says of it. */
export function copiedRequest(
  request: Exchange['request'],
  { real, keys = [], version = null }: CopyOptions,
): CopiedRequest {
  const url: Place = { text: addressOf(request.url), patterns: IN_ADDRESS };
  const headers = joinedHeaders(request.headers).map(({ name, value }) => ({
    name,
    place: { text: value, patterns: patternsOfHeader(name, value) },
  }));
  // No client can send half a surrogate pair: as UTF-8 it is U+FFFD (Encoding, 4.3).
  const text = request.body.text?.toWellFormed() ?? '';
  const body = text === '' ? null : { text, patterns: patternsOfBody(text) };
  const places = [url, ...headers.map(({ place }) => place), ...(body ? [body] : [])];
  const secrets = new Secrets(places, keys, real);
  return {
    method: request.method.toUpperCase(),
    url: secrets.cut(url),
    headers: headers.map(({ name, place }) => ({ name, value: secrets.cut(place) })),
    body: body && secrets.cut(body),
    notes: bodyNotes(request.body),
    version,
    cutField: (name, value) => secrets.cutField(name, value.toWellFormed()),
  };
}

/**
 * As a browser sends it: escaped, without a fragment, and without name and password, which `fetch` refuses
 * in an address and a browser has made a header of.
 */
function addressOf(text: string): string {
  if (!URL.canParse(text)) return text.toWellFormed();
  const url = new URL(text);
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href;
}

/** Names that may be a header's (RFC 9110, 5.1); an imported file may say anything. */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

/** Headers that may be told, repeated ones joined (RFC 9110, 5.3; cookies by RFC 9113, 8.2.3), nothing in them that ends a line. */
function joinedHeaders(headers: readonly Header[]): readonly Header[] {
  const joined = new Map<string, Header>();
  for (const header of headers) {
    if (!TOKEN.test(header.name) || isLeftOut(header, 'all')) continue;
    const value = header.value
      .toWellFormed()
      .replace(/[\p{Cc}]+/gu, ' ')
      .trim();
    const lower = header.name.toLowerCase();
    const before = joined.get(lower);
    const between = lower === 'cookie' ? '; ' : ', ';
    joined.set(
      lower,
      before ? { ...before, value: before.value + between + value } : { ...header, value },
    );
  }
  return [...joined.values()];
}

const MISSING: Readonly<Record<NonNullable<Body['missing']>, string | null>> = {
  none: null,
  redirect: null,
  unavailable: 'The request had a body, which the browser did not tell: it is not in here.',
  binary: 'The request had a body that is no text: it is not in here.',
  'too-large': 'The request had a body that was too large to keep: it is not in here.',
  dropped: 'The request may have had a body, which is no longer kept.',
  unheard: 'The call was heard in passing: had it a body, it is not in here.',
};

function bodyNotes({ text, missing }: Body): readonly string[] {
  const note = missing ? MISSING[missing] : null;
  if (note !== null) return [note];
  return text?.includes('\uFFFD')
    ? ['Some bytes of the body were no text: they are U+FFFD here.']
    : [];
}

/** The value of a header of the request, its secrets in place; null when it has none. */
export function headerText({ headers }: CopiedRequest, name: string): string | null {
  const header = headers.find((one) => one.name.toLowerCase() === name);
  return header ? plain(header.value) : null;
}
