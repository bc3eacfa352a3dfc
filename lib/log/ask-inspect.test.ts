import { expect, test } from 'vitest';
import { askInspect } from './ask-inspect.ts';
import { askLook } from './ask-store.ts';

test.each([
  ['a look', askLook],
  ['reading what the browser keeps', askInspect],
])('%s keeps nothing of what the page’s address asks for', (_, ask) => {
  const asked = ask(1, 'https://shop.example/cart/?cocart-load-cart=2&c_hash=abc#x', null);
  expect(asked?.wish).toMatchObject({ pageUrl: 'https://shop.example/cart/' });
  expect(JSON.stringify(asked)).not.toMatch(/c_hash|load-cart/);
  expect(ask(1, 'nonsense', null)).toBeNull();
});
