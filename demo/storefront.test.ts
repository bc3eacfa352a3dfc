import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type RunningStore, startStore } from './start.ts';
import { addByApi, CartShape, Visitor } from './test-client.ts';

describe.each(['3.0', '4.3'] as const)('the storefront of %s', (generation) => {
  let store: RunningStore;
  let visitor: Visitor;

  beforeEach(async () => {
    store = await startStore({ generation });
    visitor = new Visitor(store.origin);
  });

  afterEach(() => store.close());

  async function cartOf(key: string | undefined) {
    const answer = await fetch(`${store.api}cocart/v2/cart?cart_key=${key}`);
    const body = await answer.json();
    return Array.isArray(body) ? [] : CartShape.parse(body).items;
  }

  test('keeps its cart in an HttpOnly session cookie whose key the API knows', async () => {
    const page = await visitor.fetch('/?add-to-cart=10');
    const session = page.headers.getSetCookie().filter((line) => line.includes('_session_'));
    expect(session.every((line) => line.includes('HttpOnly'))).toBe(true);
    expect(visitor.sessionKey).toMatch(
      generation === '3.0' ? /^[0-9a-f]{32}$/ : /^t_[0-9a-f]{30}$/,
    );
    expect(await cartOf(visitor.sessionKey)).toHaveLength(1);
  });

  test('shows what is in the cart, and forgets it when the API cleared it', async () => {
    await visitor.fetch('/?add-to-cart=16');
    const page = await (await visitor.fetch('/cart/')).text();
    expect(page).toContain('id="cart-total">$2.50<');
    await fetch(`${store.api}cocart/v2/cart/clear?cart_key=${visitor.sessionKey}`, {
      method: 'POST',
    });
    expect(await (await visitor.fetch('/cart/')).text()).toContain('currently empty');
    expect(visitor.cookies.has('woocommerce_items_in_cart')).toBe(false);
  });

  test('names of products are text on its pages', async () => {
    const page = await (await visitor.fetch('/')).text();
    expect(page).not.toContain('<img src=x');
    expect(page).toContain('&lt;img src=x');
  });

  test('loads a cart by its key and empties the one before', async () => {
    const { cart_key: key } = await addByApi(store.api, '10');
    await visitor.fetch('/?add-to-cart=11');
    const before = visitor.sessionKey;
    await visitor.fetch(`/?cocart-load-cart=${key}`);
    expect(visitor.sessionKey).toBe(key);
    expect(await cartOf(before)).toEqual([]);
    expect(await cartOf(key)).toHaveLength(1);
  });

  test('signs a customer in: the key becomes the user id, for the customer alone', async () => {
    await visitor.fetch('/?add-to-cart=10');
    await visitor.fetch('/wp-login.php', {
      method: 'POST',
      body: new URLSearchParams({ log: 'jane', pwd: 'password' }),
    });
    expect(visitor.sessionKey).toBe('2');
    const own = await visitor.fetch('/wp-json/cocart/v2/cart');
    expect(CartShape.parse(await own.json())).toMatchObject({ cart_key: '2', items: [{}] });
    expect((await fetch(`${store.api}cocart/v2/cart?cart_key=2`)).status).toBe(403);
    await visitor.fetch('/sign-out', { method: 'POST' });
    expect([...visitor.cookies.keys()].some((name) => name.startsWith('wordpress_'))).toBe(false);
  });
});

test('WooCommerce 11 writes its cookie with one bar', async () => {
  const store = await startStore({ cookieFormat: 'one-bar' });
  try {
    const visitor = new Visitor(store.origin);
    await visitor.fetch('/?add-to-cart=10');
    const value = [...visitor.cookies].find(([name]) => name.includes('_session_'))?.[1] ?? '';
    expect(decodeURIComponent(value)).toMatch(/^t_[0-9a-f]{30}\|\d+\|\d+\|[0-9a-f]{32}$/);
    expect(await (await visitor.fetch('/cart/')).text()).toContain('data-testid="cart-line"');
  } finally {
    await store.close();
  }
});
