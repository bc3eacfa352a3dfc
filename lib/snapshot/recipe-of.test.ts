import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recordedCart } from '../cocart/recordings/recorded-cart.ts';
import type { Exchange } from '../http/exchange.ts';
import { cartRecipeSchema } from './cart-recipe.ts';
import { observedLines } from './observed-lines.ts';
import { recipeOf } from './recipe-of.ts';

const FILE = 'cocart-4.3.6/v2-variable.jsonl';

/** Text that occurs nowhere by chance. */
const secret = fc
  .string({ minLength: 12, maxLength: 24, unit: 'binary-ascii' })
  .map((text) => `§${text}`);

const PERSONAL = [
  'first_name',
  'last_name',
  'company',
  'address_1',
  'address_2',
  'city',
  'phone',
  'email',
];

it('keeps nothing of a person: no key, name, street, city, e-mail or phone', () => {
  const cart = recordedCart(FILE, 'full cart');
  fc.assert(
    fc.property(
      fc.array(secret, { minLength: 12, maxLength: 12 }),
      ([key, hash, note, ...values]) => {
        const address = PERSONAL.map((field, at) => ({ field, value: values[at] ?? '' }));
        const told = [
          ...address,
          { field: 'country', value: 'DE' },
          { field: 'postcode', value: '1' },
        ];
        const notices = [{ type: 'success', text: note ?? '' }];
        const body = { id: '10', quantity: '1', email: values[7], phone: values[6] };
        const whole = {
          ...cart,
          ...{ key: key ?? null, hash: hash ?? null, notices },
          ...{ billingAddress: told, shippingAddress: told },
        };
        const kept = JSON.stringify(recipeOf(whole, observedLines([adding(body, key ?? '')])));
        for (const text of [key, hash, note, ...values]) {
          expect(kept).not.toContain(JSON.stringify(text).slice(1, -1));
        }
        expect(kept).toContain('"address":{"country":"DE","state":"","postcode":"1"}');
      },
    ),
  );
});

it('keeps what the cart can be made of again, and fits its own shape', () => {
  const recipe = recipeOf(recordedCart(FILE, 'full cart'));
  expect(cartRecipeSchema.safeParse(JSON.parse(JSON.stringify(recipe)))).toEqual({
    success: true,
    data: recipe,
  });
  expect(recipe.lines.find(({ sku }) => sku === 'hoodie-0')).toMatchObject({
    ...{ variationId: 20, slug: 'hoodie', quantity: 1, price: 4500, variation: null },
    attributes: [
      { name: 'Color', value: 'Blue' },
      { name: 'Logo', value: 'Yes' },
    ],
  });
});

function adding(body: object, key: string): Exchange {
  const cart = JSON.stringify({ cart_key: key, items: [{ item_key: 'k', id: 10, quantity: 1 }] });
  return {
    ...{ id: '1', startedAt: 1, durationMs: 1, sender: 'page' },
    request: {
      method: 'POST',
      url: `https://shop.test/wp-json/cocart/v2/cart/add-item?cart_key=${encodeURIComponent(key)}`,
      headers: [],
      body: { text: JSON.stringify(body) },
    },
    response: { status: 200, headers: [], body: { text: cart }, fromCache: null },
  };
}
