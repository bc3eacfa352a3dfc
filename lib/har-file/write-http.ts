import type { Capture } from '../capture.ts';
import type { Exchange } from '../http/exchange.ts';
import { originOf } from '../http/origin-of.ts';
import { isoTime } from './iso-time.ts';

/** What a client adds by itself, or may not set: it would only be wrong when the request is sent again. */
const LEFT_OUT =
  /^(?::.*|accept-encoding|accept-language|cache-control|connection|content-length|cookie|dnt|host|origin|pragma|priority|referer|sec-.*|te|upgrade-insecure-requests|user-agent)$/i;

/** What stands for keys and credentials in redacted captures. */
const STAND_IN = /\b(?:guest|customer)-([A-Z]+)\b|\b(token|hash)-(\d{1,6})\b|•••/g;

/** Lines that the format takes for its own: the next request, a file, a script. */
const OWN_LINE = /^(?:###|[<>] ?)/m;

/**
 * The requests of redacted captures in the format of REST clients (`.http`: VS Code, JetBrains). Stores,
 * keys and credentials are variables at its head, to be filled in by whoever sends them.
 */
export function writeHttp(captures: readonly Capture[]): string {
  const variables = new Map<string, string>();
  const origins = [
    ...new Set(captures.map(({ exchange }) => originOf(exchange.request.url) ?? '')),
  ];
  const nameOf = (stem: string, value: string, index: number) => {
    const name = index === 0 ? stem : `${stem}${index + 1}`;
    variables.set(name, value);
    return name;
  };
  const stores = new Map(origins.map((origin, at) => [origin, nameOf('store', origin, at)]));
  const fill = (text: string) =>
    text.replace(STAND_IN, (standIn, letter?: string, kind?: string, number?: string) => {
      const name = letter ? `cartKey${letter}` : kind ? `${kind}${number}` : 'hidden';
      variables.set(name, standIn);
      return `{{${name}}}`;
    });
  const requests = captures.map(({ exchange }) => requestText(exchange, stores, fill));
  const head = [...variables].map(([name, value]) => `@${name} = ${oneLine(value)}`);
  return `${[...head, '', ...requests].join('\n')}`;
}

function requestText(
  { request, response, startedAt }: Exchange,
  stores: ReadonlyMap<string, string>,
  fill: (text: string) => string,
): string {
  const origin = originOf(request.url) ?? '';
  const method = /^[A-Z]{1,20}$/.test(request.method) ? request.method : 'GET';
  const rest = fill(request.url.slice(origin.length));
  const headers = request.headers
    .filter(({ name, value }) => !LEFT_OUT.test(name) && value !== '')
    .map(({ name, value }) => `${oneLine(name)}: ${fill(oneLine(value))}`);
  return [
    `### ${isoTime(startedAt)} · ${response.status || (response.body.missing === 'redirect' ? 'a redirect' : 'no answer')}`,
    `${method} {{${stores.get(origin)}}}${encodeLines(rest)}`,
    ...headers,
    ...bodyLines(request.body.text, fill),
    '',
  ].join('\n');
}

function bodyLines(text: string | null, fill: (text: string) => string): readonly string[] {
  if (text === null) return [];
  if (OWN_LINE.test(text)) return ['# Its body has lines that this format takes for its own.'];
  return ['', fill(text)];
}

/** A request's line ends at the first space or line end. */
function encodeLines(url: string): string {
  return url.replace(/\s/g, encodeURIComponent);
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}
