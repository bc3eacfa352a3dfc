import type { Exchange, Header } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';

/** What a browser asked before it sent a call to another origin, and how it was answered. */
export interface Preflight {
  /** The preflight itself. */
  readonly exchange: Exchange;
  /** The origin that wants to call; null where it was not told. */
  readonly origin: string | null;
  /** The method that the call will have. */
  readonly method: string;
  /** Headers of the call that need to be allowed, as the browser names them. */
  readonly headers: readonly string[];
  /** What the answer refuses, in words: any of them keeps the call from being sent. */
  readonly refusals: readonly string[];
  /** True where the answer lets no call go that carries cookies. */
  readonly onlyWithoutCookies: boolean;
}

/** Of a name in a sentence. */
const MOST_LENGTH = 80;

/** Methods that need not be allowed (Fetch standard, CORS-safelisted method). */
const ALWAYS_ALLOWED = new Set(['GET', 'HEAD', 'POST']);

/** Reads a preflight by the rules of the Fetch standard, CORS-preflight fetch: https://fetch.spec.whatwg.org/#cors-preflight-fetch */
export function readPreflight(exchange: Exchange): Preflight {
  const { request, response } = exchange;
  const origin = headerValue(request.headers, 'origin');
  const method = headerValue(request.headers, 'access-control-request-method') ?? '';
  const headers = listOf(request.headers, 'access-control-request-headers');
  const allowedOrigin = joined(response.headers, 'access-control-allow-origin');
  return {
    exchange,
    origin,
    method,
    headers,
    refusals: refusalsOf(response.status, response.headers, { origin, method, headers }),
    onlyWithoutCookies:
      allowedOrigin === '*' ||
      joined(response.headers, 'access-control-allow-credentials') !== 'true',
  };
}

interface Asked {
  readonly origin: string | null;
  readonly method: string;
  readonly headers: readonly string[];
}

/** Without a good answer nothing of it counts; the origin goes before what it may send. */
function refusalsOf(status: number, answer: readonly Header[], asked: Asked): readonly string[] {
  if (status === 0) return ['it got no answer'];
  if (status >= 300 && status < 400) return [`it was redirected (status ${status})`];
  if (status < 200 || status > 299) return [`its status is ${status}`];
  const origin = joined(answer, 'access-control-allow-origin');
  if (origin === null) return ['no origin is allowed'];
  if (origin !== '*' && asked.origin !== null && origin !== asked.origin) {
    return [`origin ${short(asked.origin)} is not allowed, but ${short(origin)}`];
  }
  const methods = listOf(answer, 'access-control-allow-methods');
  const names = listOf(answer, 'access-control-allow-headers').map((name) => name.toLowerCase());
  // To a call with cookies `*` is a name like any other: whether it carries them, a preflight does not tell.
  const allowsMethod =
    ALWAYS_ALLOWED.has(asked.method) || methods.includes(asked.method) || methods.includes('*');
  const refused = asked.headers.filter(
    (name) => !names.includes('*') && !names.includes(name.toLowerCase()),
  );
  return [
    ...(allowsMethod ? [] : [`method ${short(asked.method)} is not allowed`]),
    ...refused.map((name) => `header ${short(name)} is not allowed`),
  ];
}

/** What a store says may be of any length. */
function short(text: string): string {
  return text.length > MOST_LENGTH ? `${text.slice(0, MOST_LENGTH)}…` : text;
}

/** A repeated header is one list. */
function joined(headers: readonly Header[], name: string): string | null {
  const values = headers.filter((header) => header.name.toLowerCase() === name);
  return values.length === 0 ? null : values.map(({ value }) => value.trim()).join(', ');
}

function listOf(headers: readonly Header[], name: string): readonly string[] {
  return (joined(headers, name) ?? '').split(',').flatMap((part) => part.trim() || []);
}
