import fc from 'fast-check';
import type { Capture } from '../capture.ts';
import type { Header } from '../http/exchange.ts';
import { fromBase64 } from './openings.ts';

/*
 * Calls that carry secrets in known and in random places, for property tests; and ways to find them again.
 */

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });

/** Words that occur in no answer, so that none is found by chance. */
const word = fc
  .string({ unit: fc.constantFrom(...'qxzjkvüß'), minLength: 5, maxLength: 9 })
  .map((text) => `Q${text}`);

/** Everything that a call may carry of one visitor. */
export const someone = fc.record({
  key: fc.oneof(
    hex(30),
    hex(32),
    hex(30).map((text) => `t_${text}`),
    hex(12).map((t) => `my-${t}`),
  ),
  other: hex(30),
  sessionHash: hex(32),
  first: word,
  last: fc.tuple(word, word).map(([a, b]) => `${a}'${b}`),
  street: fc.tuple(word, fc.nat(99)).map(([text, number]) => `${text} Straße ${number + 100}`),
  city: fc.tuple(word, word).map((words) => words.join(' ')),
  email: fc.tuple(hex(9), hex(7)).map(([a, b]) => `${a}.x+y@${b}.example`),
  phone: fc.stringMatching(/^\+[1-9]\d{2} [1-9]\d{3} [1-9]\d{3}$/),
  password: fc.stringMatching(/^[!-~]{10,16}$/).map((text) => `${text}&"ü`),
  token: hex(64),
  nonce: hex(10),
  jwt: fc
    .tuple(hex(20), hex(40))
    .map(
      ([sub, end]) => `eyJhbGciOiJIUzI1NiJ9.${btoa(`{"sub":"${sub}"}`).replace(/=+$/, '')}.${end}`,
    ),
  consumer: hex(40).map((text) => `cs_${text}`),
});
export type Someone = typeof someone extends fc.Arbitrary<infer Value> ? Value : never;

/** Ways in which a text is written inside another. */
const CODINGS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `before ${text}, after`,
  encodeURIComponent,
  (text) => encodeURIComponent(encodeURIComponent(text)),
  (text) => encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
  (text) => new URLSearchParams({ x: text }).toString(),
  (text) => JSON.stringify({ deep: [{ er: text }] }),
  (text) => JSON.stringify(JSON.stringify([text])),
  (text) =>
    text.replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
  (text) => text.replace(/[&'"ü+@]/g, (char) => `&#${char.charCodeAt(0)};`),
  (text) => toBase64(`a note: ${text}`),
  (text) => `data/${toBase64(JSON.stringify({ text }))}`,
  (text) => `https://other.example/a?b=${encodeURIComponent(text)}#c`,
  (text) => `s:4:"note";s:9:"${text}";`,
  (text) => `<p title="${text}">`,
];

const scattering = fc.record({
  secret: fc.nat(100),
  coding: fc.constantFrom(...CODINGS),
  place: fc.nat(9),
});
export type Scattering = typeof scattering extends fc.Arbitrary<infer Value> ? Value : never;

export const scatterings = fc.array(scattering, { maxLength: 12 });

/** The capture with more texts in it, each in some place. */
export function scatter(
  capture: Capture,
  secrets: readonly string[],
  scattered: readonly Scattering[],
): Capture {
  let { page, exchange } = capture;
  for (const { secret, coding, place } of scattered) {
    const text = coding(secrets[secret % secrets.length] ?? '');
    const { request, response } = exchange;
    const add = (headers: readonly Header[], name: string, value = text) => [
      ...headers,
      { name, value },
    ];
    switch (place) {
      case 0:
        exchange = { ...exchange, request: { ...request, url: withQuery(request.url, text) } };
        break;
      case 1:
        exchange = { ...exchange, request: { ...request, headers: add(request.headers, 'X-Any') } };
        break;
      case 2:
        exchange = {
          ...exchange,
          response: { ...response, headers: add(response.headers, 'Link', `<${text}>; rel="x"`) },
        };
        break;
      case 3:
        exchange = {
          ...exchange,
          request: { ...request, headers: add(request.headers, 'Cookie', `any=${text}; b=1`) },
        };
        break;
      case 4:
        exchange = {
          ...exchange,
          response: {
            ...response,
            headers: add(response.headers, 'Set-Cookie', `any=${text}; path=/`),
          },
        };
        break;
      case 5:
        page = { ...page, url: withQuery(page.url ?? 'https://shop.example/', text) };
        break;
      // Its own body is where the password is known to stand.
      case 6:
        if (request.body.text !== null) break;
        exchange = {
          ...exchange,
          request: { ...request, body: { text: JSON.stringify({ x: text }) } },
        };
        break;
      case 7:
        if (request.body.text !== null) break;
        exchange = {
          ...exchange,
          request: { ...request, body: { text: `a=1&${new URLSearchParams({ b: text })}` } },
        };
        break;
      case 8:
        exchange = {
          ...exchange,
          request: {
            ...request,
            headers: add(request.headers, 'Referer', withQuery('https://shop.example/a/b', text)),
          },
        };
        break;
      default:
        exchange = {
          ...exchange,
          response: { ...response, body: { text: withField(response.body.text, text) } },
        };
    }
  }
  return { ...capture, page, exchange };
}

function withQuery(url: string, text: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}any=${encodeURIComponent(text)}`;
}

/** Adds a field deep in the answer, and one named by the text. */
function withField(body: string | null, text: string): string {
  const extra = `"extra":{"list":[[{"any":${JSON.stringify(text)},${JSON.stringify(text)}:1}]]}`;
  return (body ?? '{}').replace(/\}$/, (end) => `${body === '{}' ? '' : ','}${extra}${end}`);
}

/** Which of the secrets can be found in a text, however it is looked at. */
export function findAll(text: string, secrets: readonly string[]): readonly string[] {
  const views = new Set<string>();
  const look = (view: string, layer: number) => {
    if (views.has(view)) return;
    views.add(view);
    if (layer === 4) return;
    look(view.replaceAll('+', ' '), 4);
    look(view.replace(/(?:%[0-9a-f]{2})+/gi, decodeRun), layer + 1);
    look(
      view.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))),
      layer + 1,
    );
    look(
      view.replace(/\\u([0-9a-f]{4})/gi, (_, code) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      ),
      layer + 1,
    );
    look(view.replace(/\\(["\\/])/g, '$1'), layer + 1);
    for (const [run] of view.matchAll(/[\w+/-]{16,}/g)) {
      for (const skip of [0, 1, 2, 3]) look(fromBase64(run.slice(skip)), 4);
    }
  };
  look(text, 0);
  const all = [...views].join('\n').toLowerCase();
  return secrets.filter((secret) => all.includes(secret.toLowerCase()));
}

function decodeRun(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}

function toBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
