import fc from 'fast-check';
import type { Exchange, Header } from '../http/exchange.ts';
import { isObject } from './fit.ts';

/*
 * Ways to spoil an exchange that a store could have answered, for property tests.
 */

/** Values that no store should send, and some may: each stands where anything may stand. */
const JUNK: readonly unknown[] = [
  ...[null, true, false, 0, -0, -1, 1.5, 2.175, 1e21, 1e300, -1e300, Number.MAX_SAFE_INTEGER],
  ...['', ' ', '0', '-1', 'NaN', 'Infinity', '1e999', '99999999999999999999', '1,234.50', '0x10'],
  ...['<script>alert(1)</script>', '&lt;b&gt;', '\u0000', '\ud800', '\ufffd', '٣', '__proto__'],
  ...[[], {}, [[]], [null], { __proto__: null }, { a: { b: {} } }],
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  'x'.repeat(10_000),
];

const NAMES: readonly string[] = [
  ...['__proto__', 'constructor', 'toString', 'length', 'then', '', '0', 'items', 'cart_key'],
  ...['totals', 'currency', 'code', 'message', 'success', 'data', 'body', 'status', 'headers'],
];

const TEXTS: readonly string[] = [
  ...['{', '}', '[', ']', '"', '\\', ',', ':', '\u0000', '\ufeff', '\ud83d', '\ufffd', '<br />\n'],
  ...[
    '<b>Warning</b>: x in /x.php on line 3\n',
    '<!doctype html>',
    '/**/cb(',
    '<!-- x -->',
    '1e999',
  ],
  ...['"__proto__":{"polluted":true},', '%E0%A4%A', '||', '%7C%7C', '; ', '=', '?cart_key=', '&'],
];

/** One change of a JSON value somewhere inside it. */
const jsonChange = fc.record({
  steps: fc.array(fc.nat(1000), { maxLength: 6 }),
  how: fc.constantFrom('drop', 'replace', 'add', 'wrap', 'repeat', 'text', 'number'),
  junk: fc.constantFrom(...JUNK),
  name: fc.constantFrom(...NAMES),
});
type JsonChange = typeof jsonChange extends fc.Arbitrary<infer Value> ? Value : never;

/** One change of a text. */
const textChange = fc.record({
  how: fc.constantFrom('cut', 'insert', 'repeat', 'lose', 'flip'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(200),
  text: fc.oneof(fc.constantFrom(...TEXTS), fc.string({ maxLength: 20 })),
});
type TextChange = typeof textChange extends fc.Arbitrary<infer Value> ? Value : never;

/** One change of a list of headers. */
const headerChange = fc.record({
  how: fc.constantFrom('drop', 'repeat', 'value', 'name', 'add'),
  at: fc.nat(50),
  name: fc.constantFrom(
    ...[
      'set-cookie',
      'cookie',
      'x-cocart-api',
      'cart-key',
      'cocart-api-cart-expiring',
      '__proto__',
    ],
    ...['content-type', 'x-http-method-override', 'CoCart-Version', ''],
  ),
  change: textChange,
});
type HeaderChange = typeof headerChange extends fc.Arbitrary<infer Value> ? Value : never;

/** Up to a handful of changes of every part of an exchange. */
export const spoiling = fc.record({
  json: fc.array(jsonChange, { maxLength: 6 }),
  body: fc.array(textChange, { maxLength: 2 }),
  url: fc.array(textChange, { maxLength: 1 }),
  requestBody: fc.array(textChange, { maxLength: 1 }),
  requestHeaders: fc.array(headerChange, { maxLength: 2 }),
  headers: fc.array(headerChange, { maxLength: 3 }),
  method: fc.constantFrom('GET', 'GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'brew', ''),
  status: fc.constantFrom(200, 200, 0, 204, 301, 403, 404, 500, 999, -1, Number.NaN),
});
export type Spoiling = typeof spoiling extends fc.Arbitrary<infer Value> ? Value : never;

/** The exchange as a broken store, a bad network or a hostile page would have made it. */
export function spoil(exchange: Exchange, how: Spoiling): Exchange {
  const { request, response } = exchange;
  const text = how.body.reduce(changeText, changeJsonText(response.body.text ?? '', how.json));
  const requestText = how.requestBody.reduce(changeText, request.body.text ?? '');
  return {
    ...exchange,
    request: {
      method: how.method,
      url: how.url.reduce(changeText, request.url),
      headers: how.requestHeaders.reduce(changeHeaders, request.headers),
      body: { text: requestText },
    },
    response: {
      ...response,
      status: how.status,
      headers: how.headers.reduce(changeHeaders, response.headers),
      body: { text },
    },
  };
}

function changeJsonText(text: string, changes: readonly JsonChange[]): string {
  if (changes.length === 0) return text;
  try {
    const json: unknown = JSON.parse(text);
    return JSON.stringify(changes.reduce(changeJson, json)) ?? '';
  } catch {
    return text;
  }
}

/** Walks down by the steps as far as they lead, and changes what is there. */
function changeJson(json: unknown, change: JsonChange): unknown {
  const [step, ...steps] = change.steps;
  if (step === undefined || !isContainer(json)) return changeValue(json, change);
  const keys = Object.keys(json);
  const key = keys[step % Math.max(keys.length, 1)];
  if (key === undefined) return changeValue(json, change);
  const entries = Object.entries(json).flatMap(([name, value]): [string, unknown][] => {
    if (name !== key) return [[name, value]];
    if (steps.length === 0 && change.how === 'drop') return [];
    return [[name, changeJson(value, { ...change, steps })]];
  });
  return Array.isArray(json) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}

function changeValue(value: unknown, { how, junk, name }: JsonChange): unknown {
  switch (how) {
    case 'drop':
      return null;
    case 'replace':
      return junk;
    case 'add':
      if (Array.isArray(value)) return [...value, junk];
      return isObject(value) ? Object.fromEntries([...Object.entries(value), [name, junk]]) : junk;
    case 'wrap':
      return { [name]: value, status: 200, headers: {} };
    case 'repeat':
      return Array.isArray(value) ? [...value, ...value, ...value] : [value, value];
    case 'text':
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
    case 'number':
      return typeof value === 'string' ? Number(value) : Object.values(value ?? {});
  }
}

function changeText(text: string, { how, at, length, text: other }: TextChange): string {
  const start = Math.floor(at * text.length);
  const [before, part, after] = [
    text.slice(0, start),
    text.slice(start, start + length),
    text.slice(start + length),
  ];
  switch (how) {
    case 'cut':
      return before;
    case 'insert':
      return before + other + part + after;
    case 'repeat':
      return before + part.repeat(3) + after;
    case 'lose':
      return before + after;
    case 'flip':
      return before + [...part].reverse().join('') + after;
  }
}

function changeHeaders(
  headers: readonly Header[],
  { how, at, name, change }: HeaderChange,
): readonly Header[] {
  const place = at % Math.max(headers.length, 1);
  const header = headers[place];
  if (!header || how === 'add') return [...headers, { name, value: changeText('', change) }];
  switch (how) {
    case 'drop':
      return headers.toSpliced(place, 1);
    case 'repeat':
      return [...headers, header];
    case 'value':
      return headers.with(place, { ...header, value: changeText(header.value, change) });
    case 'name':
      return headers.with(place, { ...header, name });
  }
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
