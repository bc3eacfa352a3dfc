import { describe, expect, test } from 'vitest';
import { leastTime } from '../cocart/least-time.ts';
import type { BrowserCookie } from '../site-data.ts';
import { md5 } from '../store-search/md5.ts';
import { readCookieRows } from './cookie-facts.ts';

const NOW = Date.UTC(2026, 10, 22);
const FACTS = {
  pageUrl: 'https://shop.example/',
  storeUrl: 'https://shop.example/wp-json/',
  homeUrl: null,
};
const HASH = md5('http://shop.example');
const SESSION = `t_64700caae6d768c22dc724a96d14e0||1795953482||1795867082||${'a'.repeat(32)}`;

function cookie(name: string, value: string, more: Partial<BrowserCookie> = {}): BrowserCookie {
  return {
    ...{ name, value, cut: 0, domain: 'shop.example', hostOnly: true, path: '/' },
    ...{ secure: true, httpOnly: true, sameSite: 'lax', expiresAt: null, partition: null },
    ...more,
  };
}

describe('rows of cookies', () => {
  test('sessions first, what is no cart’s is left out', () => {
    const rows = readCookieRows(
      [
        cookie('theme', 'dark'),
        cookie('woocommerce_cart_hash', ''),
        cookie('woocommerce_items_in_cart', '1'),
        cookie('cart_key', 'abc'),
        cookie(`wp_woocommerce_session_${HASH}`, SESSION),
      ],
      FACTS,
      NOW,
    );
    expect(rows.map(({ said }) => said.kind)).toEqual([
      'woocommerce-session',
      'front-end-key',
      'items-in-cart',
      'cart-hash',
    ]);
  });

  test('the site by whose address WordPress named it', () => {
    const rows = readCookieRows(
      [cookie(`wp_woocommerce_session_${HASH}`, SESSION), cookie('woocommerce_items_in_cart', '1')],
      FACTS,
      NOW,
    );
    expect(rows[0]?.madeFor?.sentence).toBe('Made for http://shop.example: this store is https.');
    expect(rows[1]?.madeFor).toBeNull();
  });

  test('two of one name, what is over, and what browsers refuse are said', () => {
    const name = `wp_woocommerce_session_${HASH}`;
    const rows = readCookieRows(
      [
        cookie(name, SESSION, { path: '/shop' }),
        cookie(name, SESSION, { sameSite: 'none', secure: false }),
      ],
      FACTS,
      1795953482000,
    );
    expect(rows[0]?.doubts.join(' ')).toMatch(/2 cookies of this name.*time is over/);
    expect(rows[1]?.doubts.join(' ')).toMatch(/without Secure/);
  });

  test('a long name is cut', () => {
    const [row] = readCookieRows([cookie(`wp_cocart_session_${'x'.repeat(5000)}`, '')], FACTS, NOW);
    expect(row?.name).toHaveLength(120);
  });

  test('300 cookies in under 100 ms', () => {
    const many = Array.from({ length: 300 }, (_, at) =>
      cookie(`wp_woocommerce_session_${md5(String(at))}`, SESSION),
    );
    const took = leastTime(100, () => {
      expect(readCookieRows(many, FACTS, NOW)).toHaveLength(300);
    });
    expect(took).toBeLessThan(100);
  });
});
