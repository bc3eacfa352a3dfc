import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readExchange } from '../cocart/read-exchange.ts';
import { recordedStep } from '../log/recorded-captures.ts';
import type { Cart } from './cart.ts';
import { putBeside } from './carts-beside.ts';
import { untoldCart } from './untold-cart.ts';

function cartAt(file: string, step: string): Cart {
  const { cart } = readExchange(recordedStep(file, step).exchange);
  if (!cart) throw new Error(`${step} tells no cart`);
  return cart;
}

const FEW = cartAt('cocart-4.3.6/v2-guest-lifecycle.jsonl', 'add first item');
const MORE = cartAt('cocart-4.3.6/v2-guest-lifecycle.jsonl', 'update quantity');
const CUSTOMER = cartAt('cocart-4.3.6/v2-customer.jsonl', 'customer adds');

function rowsOf(a: Cart, b: Cart) {
  return putBeside(a, b).map(({ part, name, cells, differs }) => [
    part,
    name,
    ...cells,
    differs ? '≠' : '=',
  ]);
}

describe('two carts side by side', () => {
  test('lines by item key, the totals and whose they are', () => {
    const rows = rowsOf(FEW, MORE);
    expect(rows).toContainEqual(['Cart', 'Items', '2', '6', '≠']);
    expect(rows).toContainEqual(['Lines', 'Album', 'qty 2 · $30.00', 'qty 5 · $75.00', '≠']);
    expect(rows.find(([, name]) => name?.startsWith('Beanie'))).toMatchObject({
      2: 'not in it',
      4: '≠',
    });
    expect(rows.find(([part, name]) => part === 'Totals' && name === 'Total')?.[4]).toBe('≠');
    expect(rowsOf(FEW, CUSTOMER)).toContainEqual([
      'Customer',
      'Whose',
      'a guest',
      `customer ${CUSTOMER.key}`,
      '≠',
    ]);
  });

  test('says what differs where the words do not show it', () => {
    const dearer = FEW.lines?.map((line) => ({ ...line, price: (line.price ?? 0) + 1 })) ?? null;
    const [row] = putBeside(FEW, { ...FEW, lines: dearer }).filter(({ part }) => part === 'Lines');
    expect(row).toMatchObject({ differs: true, note: expect.stringMatching(/^price /) });
  });

  test('amounts stand in each cart’s own currency, which is said where they are two', () => {
    const yen = { ...MORE, minorUnit: 0, currency: null };
    expect(rowsOf(MORE, yen)).toContainEqual(['Cart', 'Currency', 'USD', '—', '≠']);
  });

  test('what either did not tell differs in nothing', () => {
    for (const other of [FEW, MORE, CUSTOMER]) {
      expect(
        putBeside(other, { ...untoldCart, minorUnit: 2 }).filter((row) => row.differs),
      ).toEqual([]);
    }
  });

  test('nothing differs from itself, and sides can be changed', () => {
    const cart = fc.constantFrom(FEW, MORE, CUSTOMER, { ...untoldCart, minorUnit: 2 });
    fc.assert(
      fc.property(cart, cart, (a, b) => {
        expect(putBeside(a, a).filter(({ differs }) => differs)).toEqual([]);
        const turned = putBeside(b, a).map(({ name, cells: [one, other], differs }) => [
          name,
          other,
          one,
          differs,
        ]);
        const rows = putBeside(a, b).map(({ name, cells, differs }) => [name, ...cells, differs]);
        expect(new Set(turned.map(String))).toEqual(new Set(rows.map(String)));
      }),
    );
  });
});
