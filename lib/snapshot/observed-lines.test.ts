import { describe, expect, it } from 'vitest';
import { recordingsOf } from '../cocart/recordings/all-recordings.ts';
import { recordedCart } from '../cocart/recordings/recorded-cart.ts';
import { observedLines } from './observed-lines.ts';
import { recipeOf } from './recipe-of.ts';

const heard = (file: string) => observedLines(recordingsOf(file).map(({ exchange }) => exchange));

const BLUE = '9a10b11c4454fa05093e25b58736c0cd';
const GREEN = '5b02089eadf498c85632088ad6e35925';
const ENGRAVED = '84164cc4f2bb9b6eaa7cffe8d95e7ec9';

describe.each(['cocart-3.0.17', 'cocart-4.3.6'])('calls to %s', (store) => {
  it('tell attribute keys by the requests of v2', () => {
    const observed = heard(`${store}/v2-variable.jsonl`);
    expect(observed.get(BLUE)?.variation).toEqual({
      attribute_color: 'Blue',
      attribute_logo: 'Yes',
    });
    expect(observed.get(GREEN)?.variation).toEqual({
      attribute_color: 'Green',
      attribute_logo: 'No',
    });
  });

  it('tell attribute keys by the answers of v1', () => {
    const lines = recordingsOf(`${store}/v1-guest-lifecycle.jsonl`)
      .filter(({ step }) => step === 'cart')
      .map(({ exchange }) => exchange);
    expect(observedLines(lines).get(BLUE)?.variation).toEqual({
      attribute_color: 'Blue',
      attribute_logo: 'Yes',
    });
  });

  it('tell an own price where the store charges it, for as long as it shows it', () => {
    const observed = heard(`${store}/v2-variable.jsonl`);
    const cart = recordedCart(`${store}/v2-variable.jsonl`, 'full cart');
    const priceOf = (lines = cart.lines) =>
      recipeOf({ ...cart, lines }, observed).lines.find(({ itemKey }) => itemKey === ENGRAVED)
        ?.ownPrice;
    // 3.0.17 takes no price.
    expect(priceOf()).toBe(store === 'cocart-4.3.6' ? '3.33' : null);
    expect(priceOf(cart.lines?.map((line) => ({ ...line, price: 1500 })))).toBeNull();
  });
});

it('a request with two lines that fit tells nothing rather than something wrong', () => {
  const [first] = recordingsOf('cocart-4.3.6/v2-variable.jsonl');
  const { body } = first?.exchange.response ?? {};
  const cart = JSON.parse(body?.text ?? '');
  const [item] = cart.items;
  const twice = { ...cart, items: [item, { ...item, item_key: 'b'.repeat(32) }] };
  if (!first) throw new Error('The recording is empty.');
  const { exchange } = first;
  const answer = { ...exchange.response, body: { text: JSON.stringify(twice) } };
  expect([...observedLines([{ ...exchange, response: answer }]).keys()]).toEqual([]);
});
