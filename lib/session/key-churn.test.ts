import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastTime } from '../cocart/least-time.ts';
import { SAMPLE_ROOT } from '../cocart/sample-exchange.ts';
import { cleanKey } from './churn-row.ts';
import { createChurnReader, readKeyChurn } from './key-churn.ts';
import { recordedCalls, sampleCalls } from './sample-calls.ts';

const CART = `${SAMPLE_ROOT}/v2/cart`;
const A = 'a00000000000000000000000000000';
const B = 'b00000000000000000000000000000';
const C = 'c00000000000000000000000000000';

function withKey(key: string) {
  return { url: `${CART}?cart_key=${key}` };
}

describe('sent → returned', () => {
  test('three keys, and the call that sent none', () => {
    const calls = sampleCalls([
      { ...withKey(A), names: A },
      { names: B },
      { ...withKey(B), names: B },
      { ...withKey(C), names: C },
      { ...withKey(C), names: C },
    ]);
    const churn = readKeyChurn(calls, '4.3.6');
    expect(churn.sentence).toBe('3 keys in 5 calls; call 2 sent none.');
    expect(churn.rows.map(({ outcome }) => outcome)).toEqual([
      'kept',
      'made',
      'kept',
      'kept',
      'kept',
    ]);
    expect(churn.rows[1]).toMatchObject({
      callId: 'call-2',
      number: 2,
      label: 'GET cart',
      returned: B,
    });
    expect(churn.keys).toEqual([A, B, C]);
    expect(churn.follows).toMatch(/new session on the server each time.*\?cart_key=/);
  });

  test('one cart all along: nothing follows', () => {
    const churn = readKeyChurn(
      sampleCalls([{ names: A }, { ...withKey(A), names: A }, { ...withKey(A), names: A }]),
      '4.3.6',
    );
    expect(churn.sentence).toBe('1 key in 3 calls; call 1 sent none.');
    expect(churn.follows).toBeNull();
  });

  test.each([
    [1, '1 key in 1 call; it sent none.'],
    [3, '3 keys in 3 calls; all of them sent none.'],
  ])('%i calls without a key', (number, sentence) => {
    const calls = sampleCalls([A, B, C].slice(0, number).map((names) => ({ names })));
    expect(readKeyChurn(calls, '4.3.6').sentence).toBe(sentence);
  });

  test('many calls without one are counted, not listed', () => {
    const calls = sampleCalls([
      { ...withKey(A), names: A },
      ...Array.from({ length: 30 }, (_, at) => ({ names: `${at}`.padStart(30, 'd') })),
    ]);
    expect(readKeyChurn(calls, '4.3.6').sentence).toBe(
      '31 keys in 31 calls; calls 2, 3, 4, 5 and 26 more sent none.',
    );
  });

  test('a header that this version does not read counts as none', () => {
    const call = { requestHeaders: { 'CoCart-API-Cart-Key': A }, names: B };
    const calls = sampleCalls([{ names: C }, call]);
    const [, old] = readKeyChurn(calls, '3.12.0').rows;
    expect(old).toMatchObject({ sentNone: true, outcome: 'made' });
    expect(old?.note).toMatch(/where this store does not read it/);
    const [, current] = readKeyChurn(calls, '4.3.6').rows;
    expect(current).toMatchObject({ sentNone: false, outcome: 'other' });
    const [, unknown] = readKeyChurn(calls, null).rows;
    expect(unknown?.sentNone).toBeNull();
  });

  test('a cookie of 3.x names the cart, one of WooCommerce does not', () => {
    const hash = '43e4208230ce12b6dae3c17443c4e2ca';
    const end = '||1795953482||1795867082||13f527295fcd73364e8a98bc751a93eb';
    const cookie = (plugin: string) => ({
      requestHeaders: { Cookie: `wp_${plugin}_session_${hash}=${encodeURIComponent(A + end)}` },
    });
    const [own] = readKeyChurn(sampleCalls([{ ...cookie('cocart'), names: A }]), '3.0.17').rows;
    expect(own).toMatchObject({ sentNone: false, outcome: 'kept' });
    const [other] = readKeyChurn(
      sampleCalls([{ ...cookie('woocommerce'), names: B }]),
      '4.3.6',
    ).rows;
    expect(other).toMatchObject({ sentNone: true, outcome: 'made' });
    expect(other?.note).toMatch(/sent no key/);
  });

  test('of a call heard in passing no more is said than was heard', () => {
    const heard = { missing: 'unheard', method: 'POST', url: `${CART}/add-item` } as const;
    const named = { headers: [['CoCart-API-Cart-Key', B]] } as const;
    const { rows, sentence } = readKeyChurn(
      sampleCalls([{ ...heard, ...named }, heard, { ...heard, url: `${CART}?cart_key=${B}` }]),
      '4.3.6',
    );
    expect(sentence).toBe('1 key in 3 calls.');
    expect(rows.map(({ sentNone, outcome }) => [sentNone, outcome])).toEqual([
      [null, 'made'],
      [null, 'untold'],
      [false, 'untold'],
    ]);
    expect(rows[0]?.note).toMatch(/sent no key that was heard/);
    expect(rows[1]?.note).toBe('Its answer was not heard.');
  });

  test('a customer needs no key, and gets the own cart whatever is sent', () => {
    const { rows, sentence } = readKeyChurn(
      sampleCalls([{ names: '2' }, { ...withKey(A), names: '2' }]),
      '4.3.6',
    );
    expect(sentence).toBe('1 key in 2 calls.');
    expect(rows.map(({ outcome }) => outcome)).toEqual(['known', 'other']);
    expect(rows[1]?.note).toMatch(/customer is signed in/);
  });

  test('a key that the store spells its own way', () => {
    const [row] = readKeyChurn(
      sampleCalls([{ ...withKey('MyKey.1'), names: 'mykey1' }]),
      '4.3.6',
    ).rows;
    expect(row).toMatchObject({ outcome: 'other' });
    expect(row?.note).toMatch(/its own way/);
  });

  test('another cart than the one asked for', () => {
    const [row] = readKeyChurn(sampleCalls([{ ...withKey(A), names: B }]), '4.3.6').rows;
    expect(row?.note).toMatch(/another cart/);
  });
});

describe('only the page’s calls about a cart count', () => {
  test('not a person’s own reading, and no other route', () => {
    const calls = sampleCalls([
      { names: A, sender: 'extension' },
      { url: `${SAMPLE_ROOT}/v2/store`, headers: [['X-CoCart-API', B]], body: {} },
      { url: `${SAMPLE_ROOT}/v2/products`, headers: [['X-CoCart-API', C]], body: [] },
    ]);
    expect(readKeyChurn(calls, '3.0.17')).toMatchObject({
      rows: [],
      sentence: 'No call about a cart was seen.',
    });
  });

  test('errors name no cart', () => {
    const calls = sampleCalls([
      { status: 404, body: { code: 'x', message: 'y', data: { status: 404 } } },
    ]);
    expect(readKeyChurn(calls, '4.3.6').sentence).toBe(
      'No key in 1 call: no answer named a cart; it sent none.',
    );
  });
});

describe('on recorded stores', () => {
  test('4.3.6: a guest keeps one cart but where no key is sent', () => {
    const churn = readKeyChurn(recordedCalls('cocart-4.3.6/v2-guest-lifecycle.jsonl'), '4.3.6');
    const kept = churn.rows.filter(
      ({ sentNone, returned }) => sentNone === false && returned !== null,
    );
    expect(kept.length).toBeGreaterThan(3);
    expect(new Set(kept.map(({ outcome }) => outcome))).toEqual(new Set(['kept']));
    expect(
      churn.rows.filter(({ outcome }) => outcome === 'made').every(({ sentNone }) => sentNone),
    ).toBe(true);
  });

  test('3.0.17: the cookie alone keeps the cart', () => {
    const churn = readKeyChurn(recordedCalls('cocart-3.0.17/v2-cookie-session.jsonl'), '3.0.17');
    const byCookie = churn.rows.find(({ sent }) => sent.some(({ source }) => source === 'cookie'));
    expect(byCookie).toMatchObject({ outcome: 'kept', sentNone: false });
  });
});

test('there are never more keys than calls, and each row has its note', () => {
  const key = fc.constantFrom(A, B, C, '2', null);
  fc.assert(
    fc.property(fc.array(fc.tuple(key, key), { maxLength: 12 }), (pairs) => {
      const calls = sampleCalls(
        pairs.map(([sent, names]) => ({ ...(sent !== null && withKey(sent)), names })),
      );
      const churn = readKeyChurn(calls, '4.3.6');
      expect(churn.keys.length).toBeLessThanOrEqual(churn.rows.length);
      expect(churn.rows.map(({ number }) => number)).toEqual(churn.rows.map((_, at) => at + 1));
      for (const row of churn.rows) {
        expect(row.note).not.toBe('');
        expect(row.outcome === 'untold').toBe(row.returned === null);
      }
    }),
    { numRuns: 50 },
  );
});

test('a key cleaned twice is as it was cleaned once', () => {
  fc.assert(
    fc.property(fc.string(), (key) => {
      expect(cleanKey(cleanKey(key))).toBe(cleanKey(key));
    }),
  );
});

test('10,000 calls in under 50 ms', () => {
  const calls = sampleCalls([{ ...withKey(A), names: A }, { names: B }]);
  const many = Array.from({ length: 5_000 }, () => calls).flat();
  const took = leastTime(50, () => {
    expect(readKeyChurn(many, '4.3.6').rows).toHaveLength(10_000);
  });
  expect(took).toBeLessThan(50);
});

describe('read again as calls come in', () => {
  const keys = [A, B, C];
  const someCalls = fc
    .array(
      fc.record({
        sent: fc.option(fc.constantFrom(...keys), { nil: null }),
        names: fc.option(fc.constantFrom(...keys), { nil: null }),
      }),
      { maxLength: 12 },
    )
    .map((samples) =>
      sampleCalls(samples.map(({ sent, names }) => ({ ...(sent && withKey(sent)), names }))),
    );

  test('says the same as when read at once, whatever came, came late or was dropped meanwhile', () => {
    fc.assert(
      fc.property(someCalls, fc.array(fc.array(fc.nat(11)), { maxLength: 5 }), (calls, left) => {
        const reader = createChurnReader();
        for (const out of [...left, []]) {
          const part = calls.filter((_, at) => !out.includes(at));
          const version = out.length % 2 === 0 ? '4.3.6' : '3.0.17';
          expect(reader.read(part, version)).toEqual(readKeyChurn(part, version));
        }
      }),
    );
  });

  test('costs next to nothing for one more after 10,000', () => {
    const calls = sampleCalls([{ ...withKey(A), names: A }, { names: B }]);
    let many = Array.from({ length: 5_000 }, () => calls).flat();
    const reader = createChurnReader();
    reader.read(many, '4.3.6');
    const took = leastTime(5, () => {
      many = [...many, ...calls];
      expect(reader.read(many, '4.3.6').rows).toHaveLength(many.length);
    });
    expect(took).toBeLessThan(5);
  });
});
