import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { replaceKey } from './replace-key.ts';
import { withoutKey } from './without-key.ts';

const guest = fc.stringMatching(/^(?:t_)?[0-9a-f]{30}$|^[0-9a-f]{32}$/);
const customer = fc.nat({ max: 99 }).map(String);
const own = fc.stringMatching(/^[a-z][\w-]{0,20}$/);
const key = fc.oneof(guest, customer, own);
const name = fc.constantFrom('cart_key', 'cartKey');

/** What a front end keeps beside its key: numbers and words that are equal to short keys among it. */
const beside = fc.dictionary(
  fc.oneof(fc.constantFrom('id', 'qty', '__proto__', 'a"cart_key'), fc.string()),
  fc.oneof(fc.nat({ max: 99 }), fc.nat({ max: 99 }).map(String), fc.jsonValue()),
);

/** The ways in which libraries keep an object in a cookie or an entry. */
const writings: readonly (readonly [how: string, write: (value: unknown) => string])[] = [
  ['JSON', (value) => JSON.stringify(value)],
  ['JSON with spaces', (value) => JSON.stringify(value, null, 2)],
  ['percent-encoded', (value) => encodeURIComponent(JSON.stringify(value))],
  [
    'percent-encoded with lower case',
    (value) => encodeURIComponent(JSON.stringify(value, null, 1)).replace(/%../g, lower),
  ],
  [
    'as js-cookie does',
    (value) =>
      encodeURIComponent(JSON.stringify(value)).replace(
        /%(?:2[346BF]|3[AC-F]|40|5[BDE]|60|7[BCD])/g,
        decodeURIComponent,
      ),
  ],
];

function lower(text: string): string {
  return text.toLowerCase();
}

describe.each(writings)('a key in an object, %s,', (_, write) => {
  test('gives way to another, and nothing else does', () => {
    fc.assert(
      fc.property(key, key, name, beside, beside, (held, other, field, outer, inner) => {
        fc.pre(held !== other);
        const holding = (one: string) => write({ ...outer, state: { [field]: one, ...inner } });
        fc.pre(!('state' in outer) && !(field in inner));
        expect(replaceKey(holding(held), held, other)).toBe(holding(other));
      }),
    );
  });

  test('is cut out, and nothing else is', () => {
    fc.assert(
      fc.property(key, name, beside, beside, (held, field, before, after) => {
        fc.pre(!(field in before) && !(field in after));
        const around = write({ ...before, state: { ...before, ...after } });
        const value = write({ ...before, state: { ...before, [field]: held, ...after } });
        expect(read(withoutKey(value))).toEqual(read(around));
      }),
    );
  });
});

function read(text: string | null): unknown {
  const json = text ?? '';
  try {
    return JSON.parse(json);
  } catch {
    return JSON.parse(decodeURIComponent(json));
  }
}

test('a generated key gives way wherever it stands, also behind what is percent-encoded', () => {
  const around = fc.string().filter((text) => !/[\w-]$|^[\w-]/.test(text));
  const encoded = around.map((text) => encodeURIComponent(`${text}"`));
  fc.assert(
    fc.property(guest, guest, fc.oneof(around, encoded), around, (held, other, left, right) => {
      fc.pre(held !== other);
      expect(replaceKey(left + held + right, held, other)).toBe(left + other + right);
    }),
  );
});

test.each([
  ['2', 'b9', 'b9'],
  ['"2"', 'b9', '"b9"'],
  ['%222%22', 'b9', '%22b9%22'],
  [' 2 ', 'b9', ' b9 '],
  [
    '{"state":{"cart_key":"2","items":[{"id":2,"qty":2}]},"version":2}',
    'b9',
    '{"state":{"cart_key":"b9","items":[{"id":2,"qty":2}]},"version":2}',
  ],
  [
    '{"cart_key":"2","link":"%22cart_key%22%3A%222%22"}',
    'b9',
    '{"cart_key":"b9","link":"%22cart_key%22%3A%222%22"}',
  ],
])('a customer’s key gives way where the value is it or names it: %s', (value, other, after) => {
  expect(replaceKey(value, '2', other)).toBe(after);
});

test.each(['qty=2', '{"id":2}', '{"a\\"cart_key":"2"}', '2 2'])(
  'a number that is not named a key is none: %s',
  (value) => {
    expect(replaceKey(value, '2', 'b9')).toBeNull();
  },
);
