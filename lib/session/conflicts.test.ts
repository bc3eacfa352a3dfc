import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SAMPLE_ROOT } from '../cocart/sample-exchange.ts';
import type { FoundKey } from '../found-key.ts';
import { CONFLICT_RULES } from './conflict-rules.ts';
import { readConflicts } from './conflicts.ts';
import { readKeyChurn } from './key-churn.ts';
import { type SampleCall, sampleCalls } from './sample-calls.ts';

const CART = `${SAMPLE_ROOT}/v2/cart`;
const A = 'aaaa00000000000000000000000012cf';
const B = 'bbbb0000000000000000000000004763';
const ITS_COOKIE = 'wp_woocommerce_session_43e4208230ce12b6dae3c17443c4e2ca';
const SHOP = {
  Cookie: `${ITS_COOKIE}=${A}%7C%7C1795953482%7C%7C1795867082%7C%7C13f527295fcd73364e8a98bc751a93eb`,
};

function rest(key: string, more: Partial<FoundKey> = {}): FoundKey {
  return {
    ...{ key, rest: 'localStorage', name: 'cart_key', origin: 'https://shop.example' },
    ...{ expiresAt: null, used: false, asOf: 5, ...more },
  };
}

function conflictsOf(
  calls: readonly SampleCall[],
  resting: readonly FoundKey[] = [],
  version: string | null = '4.3.6',
) {
  const sampled = sampleCalls(calls);
  return readConflicts({ calls: sampled, churn: readKeyChurn(sampled, version), resting, version });
}

const QUERY_A = { url: `${CART}?cart_key=${A}` };
const HEADER_B = { 'CoCart-API-Cart-Key': B };
const SESSION_B = rest(B, { rest: 'session-cookie', name: ITS_COOKIE });

function refusal(code: string): SampleCall {
  return {
    url: `${CART}?cart_key=2`,
    status: 403,
    body: { success: false, data: [{ code, message: 'No.' }] },
  };
}

/** One case a row of the table of what follows. */
const CASES: readonly [
  string,
  string,
  readonly SampleCall[],
  readonly FoundKey[],
  string,
  RegExp,
][] = [
  [
    'stored-not-sent',
    '4.3.6',
    [{ names: B }],
    [rest(A)],
    'Your code stores aaaa…12cf, but sends none: the store made bbbb…4763.',
    /makes a new cart/,
  ],
  [
    'stored-not-sent',
    '3.0.17',
    [{ names: B }],
    [rest(A)],
    'Your code stores aaaa…12cf, but sends none: the store made bbbb…4763.',
    /own session cookie/,
  ],
  [
    'sent-unread',
    '4.3.6',
    [{ method: 'POST', requestBody: `{"cart_key":"${A}"}`, url: `${CART}/add-item`, names: B }],
    [],
    'Your code sends aaaa…12cf in the body (cart_key); the store answered with bbbb…4763.',
    /not sent/,
  ],
  [
    'stored-and-sent',
    '4.3.6',
    [{ ...QUERY_A, names: A }],
    [rest(B)],
    'Your code stores bbbb…4763, but sends aaaa…12cf.',
    /reload/,
  ],
  [
    'query-and-header',
    '3.12.0',
    [{ ...QUERY_A, requestHeaders: HEADER_B, names: A }],
    [],
    'GET cart sends aaaa…12cf in the query and bbbb…4763 in the header CoCart-API-Cart-Key.',
    /reads no header/,
  ],
  [
    'query-and-header',
    '4.3.6',
    [{ ...QUERY_A, requestHeaders: HEADER_B, names: B }],
    [],
    'GET cart sends aaaa…12cf in the query and bbbb…4763 in the header CoCart-API-Cart-Key.',
    /header wins/,
  ],
  [
    'sent-and-returned',
    '4.3.6',
    [{ ...QUERY_A, names: B }],
    [],
    'GET cart asked for aaaa…12cf and got bbbb…4763.',
    /the other cart/,
  ],
  [
    'customer-instead',
    '3.0.17',
    [{ ...QUERY_A, names: '2' }],
    [],
    'GET cart asked for aaaa…12cf and got 2.',
    /stays as it is/,
  ],
  [
    'customer-instead',
    '3.12.0',
    [{ ...QUERY_A, names: '2' }],
    [],
    'GET cart asked for aaaa…12cf and got 2.',
    /what stood in either/,
  ],
  [
    'customer-instead',
    '4.3.6',
    [{ ...QUERY_A, names: '2' }],
    [],
    'GET cart asked for aaaa…12cf and got 2.',
    /own lines are gone/,
  ],
  [
    'user-id-as-guest',
    '4.3.6',
    [refusal('cocart_must_authenticate_user')],
    [],
    'GET cart sent 2, and the store refused it.',
    /user id/,
  ],
  [
    'own-id-sent',
    '4.3.6',
    [refusal('cocart_already_authenticating_user')],
    [],
    'GET cart sent 2, and the store refused it.',
    /both together/,
  ],
  [
    'storage-and-session-cookie',
    '4.3.6',
    [],
    [rest(A), SESSION_B],
    'The page keeps aaaa…12cf, the session cookie bbbb…4763.',
    /by design/,
  ],
  [
    'storage-and-session-cookie',
    '3.0.17',
    [],
    [rest(A), SESSION_B],
    'The page keeps aaaa…12cf, the session cookie bbbb…4763.',
    /get the shop’s/,
  ],
  [
    'storage-and-session-cookie',
    'unknown',
    [],
    [rest(A), SESSION_B],
    'The page keeps aaaa…12cf, the session cookie bbbb…4763.',
    /two carts\.$/,
  ],
  [
    'two-stored',
    '4.3.6',
    [],
    [rest(A), rest(B, { rest: 'cookie' })],
    'The page keeps two keys: aaaa…12cf in localStorage (cart_key), bbbb…4763 in the cookie cart_key.',
    /depends on which/,
  ],
  [
    'shop-leaks-in',
    '4.3.6',
    [{ requestHeaders: SHOP, names: B }],
    [],
    'GET cart carried the shop’s session aaaa…12cf and was answered with bbbb…4763.',
    /shop’s items/,
  ],
];

describe('each row of what follows', () => {
  test.each(CASES)('%s on %s', (kind, version, calls, resting, sentence, follows) => {
    const found = conflictsOf(calls, resting, version === 'unknown' ? null : version);
    expect(found.map((conflict) => conflict.kind)).toContain(kind);
    const conflict = found.find((one) => one.kind === kind);
    expect(conflict?.sentence).toBe(sentence);
    expect(conflict?.follows).toMatch(follows);
    expect(conflict?.remedy).not.toBe('');
    expect(conflict?.source).not.toBe('');
  });

  test('is tested', () => {
    expect(CASES.map(([kind]) => kind)).toEqual(CONFLICT_RULES.map(({ kind }) => kind));
  });
});

describe('what agrees is no conflict', () => {
  test.each<[string, readonly SampleCall[], readonly FoundKey[], string | null]>([
    ['nothing', [], [], null],
    [
      'one key everywhere',
      [{ ...QUERY_A, names: A }],
      [rest(A), rest(A, { rest: 'session-cookie' })],
      '4.3.6',
    ],
    ['a new visitor', [{ names: A }], [], '4.3.6'],
    ['the new cart’s key has just been stored', [{ names: A }], [rest(A)], '4.3.6'],
    ['a customer without a key', [{ names: '2' }], [], '4.3.6'],
    [
      'what only looks like a key, and no call had it',
      [{ ...QUERY_A, names: A }],
      [rest(A), rest(B, { name: 'build-id', byForm: true })],
      '4.3.6',
    ],
    [
      'query and header alike',
      [{ ...QUERY_A, requestHeaders: { 'Cart-Key': A }, names: A }],
      [],
      '4.3.6',
    ],
    ['the shop’s cookie from 4.3.8 on', [{ requestHeaders: SHOP, names: B }], [], '4.3.8'],
    [
      'a call that was mended since',
      [
        { ...QUERY_A, names: B },
        { url: `${CART}?cart_key=${B}`, names: B },
      ],
      [],
      '4.3.6',
    ],
  ])('%s', (_, calls, resting, version) => {
    expect(conflictsOf(calls, resting, version)).toEqual([]);
  });
});

test('both sides say where they stood, by which call, and when', () => {
  const [conflict] = conflictsOf([{ names: B }], [rest(A)]);
  expect(conflict?.sides).toEqual([
    { key: A, where: 'localStorage (cart_key)', callId: null, at: 5 },
    {
      key: B,
      where: 'the answer',
      callId: 'call-1',
      at: sampleCalls([{ names: B }])[0]?.startedAt,
    },
  ]);
});

test('without a version, what depends on it is said with the versions', () => {
  const [conflict] = conflictsOf([{ ...QUERY_A, requestHeaders: HEADER_B, names: B }], [], null);
  expect(conflict?.follows).toMatch(/depends on CoCart’s version.*Before 4\.2: .*From 4\.2 on: /);
});

test('no sentence shows a guest’s key', () => {
  const key = fc.constantFrom(A, B, '2');
  const rests = fc.constantFrom('cookie', 'session-cookie', 'localStorage', 'sessionStorage');
  fc.assert(
    fc.property(
      fc.array(fc.tuple(key, key), { maxLength: 4 }),
      fc.array(fc.tuple(key, rests), { maxLength: 4 }),
      fc.constantFrom('3.0.17', '4.3.6', '5.0.0', null),
      (pairs, kept, version) => {
        const found = conflictsOf(
          pairs.map(([sent, names]) => ({ url: `${CART}?cart_key=${sent}`, names })),
          kept.map(([one, at]) => rest(one, { rest: at })),
          version,
        );
        for (const { sentence, follows, remedy, sides } of found) {
          const text = `${sentence} ${follows} ${remedy} ${sides.map(({ where }) => where)}`;
          expect(text).not.toContain(A);
          expect(text).not.toContain(B);
        }
      },
    ),
    { numRuns: 50 },
  );
});
