import { describe, expect, test } from 'vitest';
import { totalsEquation } from '../cart/totals-equation.ts';
import { readExchange } from './read-exchange.ts';
import type { Reading } from './reading.ts';
import { allRecordings, recordedStep, recordingsOf } from './recordings/all-recordings.ts';

/*
 * What holds for every answer that was recorded on real stores, 3.0.17 and 4.3.6.
 */

const read = allRecordings().map((recorded) => ({
  name: `${recorded.file}:${recorded.line} ${recorded.step}`,
  file: recorded.file,
  step: recorded.step ?? '',
  reading: readExchange(recorded.exchange),
}));

/** Prices entered with tax: the store rounds each part, and a cart may miss by a cent. */
const A_CENT_OFF = ['EUR: cart with coupons and fee', 'EUR: totals', 'EUR: v1 totals'];

/** Totals that name no currency are read with two decimals; yen have none, and need not add up so. */
const YEN_WITHOUT_A_NAME = ['JPY: totals', 'JPY: v1 totals'];

function hasAmounts({ cart }: Reading): boolean {
  const amounts = [
    ...Object.values(cart?.totals ?? {}),
    ...(cart?.lines ?? []).map(({ subtotal }) => subtotal),
  ];
  return amounts.some((amount) => amount !== null);
}

test('there are recordings of both stores', () => {
  expect(read.filter(({ file }) => file.startsWith('cocart-3.0.17/')).length).toBeGreaterThan(230);
  expect(read.filter(({ file }) => file.startsWith('cocart-4.3.6/')).length).toBeGreaterThan(230);
});

describe('problems', () => {
  test('a currency that is not named, exactly where amounts stand without one', () => {
    for (const { name, reading } of read) {
      const said = reading.problems.filter(({ path }) => path === 'currency');
      const expected = hasAmounts(reading) && reading.cart?.currency === null ? 1 : 0;
      expect(said, name).toHaveLength(expected);
    }
  });

  test('warnings before the JSON, where they were provoked; nothing else', () => {
    const others = read.flatMap(({ name, reading }) =>
      reading.problems.filter(({ path }) => path !== 'currency').map(({ path }) => [name, path]),
    );
    expect(others).toEqual([
      ['cocart-3.0.17/v2-broken.jsonl:1 warning before JSON', 'response.body'],
      ['cocart-4.3.6/v2-broken.jsonl:1 warning before JSON', 'response.body'],
    ]);
  });

  test('no answer has a kind that nobody knows', () => {
    const others = read.filter(({ reading }) => reading.kind === 'other');
    expect(new Set(others.map(({ reading }) => reading.call))).toEqual(
      new Set(['login', 'categories', 'tags', 'attributes', 'reviews']),
    );
  });
});

describe('sums', () => {
  const carts = read.filter(({ reading }) => reading.cart?.totals?.total != null);

  test('every cart and every totals add up, but for the named ones', () => {
    expect(carts.length).toBeGreaterThan(200);
    for (const { name, step, reading } of carts) {
      const { adds, difference } = totalsEquation(reading.cart?.totals ?? null);
      if (A_CENT_OFF.includes(step)) expect(difference, name).toBe(-1);
      else if (!YEN_WITHOUT_A_NAME.includes(step)) expect(adds, name).toBe(true);
    }
  });

  test('dollars, yen and dinars of v2 add up without exception', () => {
    for (const code of ['USD', 'JPY', 'KWD']) {
      const some = carts.filter(({ reading }) => reading.cart?.currency?.code === code);
      expect(some.length, code).toBeGreaterThan(10);
      for (const { name, reading } of some) {
        expect(totalsEquation(reading.cart?.totals ?? null).adds, name).toBe(true);
      }
    }
  });

  test('what is told to be counted is what the lines hold', () => {
    for (const { name, reading } of read) {
      const { itemCount, lines } = reading.cart ?? {};
      if (itemCount == null || lines == null) continue;
      const sum = lines.reduce((count, { quantity }) => count + (quantity ?? 0), 0);
      expect(sum, name).toBe(itemCount);
    }
  });
});

describe('v1 and v2 of one cart', () => {
  test('agree line by line on the large cart', () => {
    const file = 'cocart-4.3.6/large-cart.jsonl';
    const [v2, v1] = recordingsOf(file).map(({ exchange }) => readExchange(exchange));
    expect(v2).toMatchObject({ api: 'v2', kind: 'cart' });
    expect(v1).toMatchObject({ api: 'v1', kind: 'cart' });
    const linesOf = (reading: Reading | undefined) =>
      reading?.cart?.lines?.map((line) => ({
        itemKey: line.itemKey,
        id: line.variationId ?? line.productId,
        name: line.name,
        quantity: line.quantity,
        amounts: [line.subtotal, line.subtotalTax, line.total, line.tax],
      }));
    expect(linesOf(v2)).toHaveLength(232);
    expect(linesOf(v1)).toEqual(linesOf(v2));
  });

  test.each(['cocart-3.0.17', 'cocart-4.3.6'])('agree in every currency (%s)', (store) => {
    const file = `${store}/v2-money.jsonl`;
    for (const code of ['JPY', 'KWD', 'EUR', 'EUR-subtotal']) {
      const v2 = readExchange(recordedStep(file, `${code}: cart with coupons and fee`).exchange);
      const currency = v2.cart?.currency ?? null;
      const v1 = readExchange(recordedStep(file, `${code}: v1 cart`).exchange, { currency });
      const amounts = ({ cart }: Reading) =>
        cart?.lines?.map((line) => [line.subtotal, line.subtotalTax, line.total, line.tax]);
      expect(amounts(v1), code).toEqual(amounts(v2));
      const totals = readExchange(recordedStep(file, `${code}: v1 totals`).exchange, { currency });
      for (const term of ['fees', 'shipping', 'total'] as const) {
        expect(totals.cart?.totals?.[term], `${code} ${term}`).toBe(v2.cart?.totals?.[term]);
      }
    }
  });
});

test('one cart read twice is the same', () => {
  for (const { exchange } of recordingsOf('cocart-4.3.6/v2-variable.jsonl')) {
    expect(readExchange(exchange)).toEqual(readExchange(exchange));
  }
});
