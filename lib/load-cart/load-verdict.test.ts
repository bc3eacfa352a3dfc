import { describe, expect, it } from 'vitest';
import type { Cart } from '../cart/cart.ts';
import { readExchange } from '../cocart/read-exchange.ts';
import { recordedCaptures } from '../log/recorded-captures.ts';
import { judgeLoad, type LoadFacts } from './load-verdict.ts';

const STORES = ['3.0.17', '4.3.6'] as const;
const ALBUM = 'd3d9446802a44259755d38e6d163e820';

/** One handover as it was recorded: the guest's cart, what the link asked for, and the carts after it. */
function handover(version: (typeof STORES)[number], link: string) {
  const steps = recordedCaptures(`cocart-${version}/load-cart.jsonl`);
  const at = steps.findIndex(({ step }) => step === link);
  const cartOf = (step: string, from: number): Cart => {
    const found = steps.slice(from).find((one) => one.step === step);
    const cart = found && readExchange(found.exchange).cart;
    if (!cart) throw new Error(`${version}: no cart in ${step}`);
    return cart;
  };
  const wanted = cartOf('another API guest adds', at - 2);
  const loaded = cartOf('the loaded cart', at);
  const emptied = cartOf('the cart it had before', at);
  return { wanted, loaded, emptied, key: loaded.key ?? '' };
}

function only(cart: Cart, wanted: (itemKey: string | null) => boolean): Cart {
  return { ...cart, lines: cart.lines?.filter(({ itemKey }) => wanted(itemKey)) ?? null };
}

function facts(version: (typeof STORES)[number], changes: Partial<LoadFacts> = {}): LoadFacts {
  const { wanted, loaded, key } = handover(version, 'it loads the API guest');
  const now = { key, cart: loaded };
  const own = handover(version, 'it loads the API guest with keep-cart=false').loaded;
  const beanie = only(own, (itemKey) => itemKey !== ALBUM);
  return {
    ...{ key, wanted, keepCart: false, version, isUntold: false },
    ...{ before: { key: 'own-key', cart: beanie }, landed: now, next: now },
    ...changes,
  };
}

describe.each(STORES)('a recorded handover on %s', (version) => {
  it('passes where the storefront holds every line over two pages', () => {
    expect(judgeLoad(facts(version)).verdict).toBe('loaded');
  });

  it.each(['true', 'false'])('merges with keep-cart=%s', (value) => {
    const { wanted, loaded, key } = handover(
      version,
      `it loads the API guest with keep-cart=${value}`,
    );
    const before = { key: 'own-key', cart: only(loaded, (itemKey) => itemKey !== ALBUM) };
    expect(before.cart.lines).toHaveLength(1);
    const now = { key, cart: loaded };
    const found = { ...facts(version), key, wanted, before, landed: now, next: now };
    expect(judgeLoad({ ...found, keepCart: true })).toMatchObject({ verdict: 'merged', todo: '' });
    expect(judgeLoad(found).why).toContain('without keep-cart');
  });

  it('empties the cart that the browser had', () => {
    for (const link of ['it loads the API guest', 'it loads the API guest with keep-cart=true']) {
      expect(handover(version, link).emptied.lines).toEqual([]);
    }
  });
});

describe('a handover that went otherwise', () => {
  const own = facts('4.3.6').before;
  const { key, wanted, landed } = facts('4.3.6');
  const nothing = { key: null, cart: null };
  const empty = { key, cart: wanted && { ...wanted, lines: [] } };
  const album = wanted?.lines?.[0];

  it.each<[string, Partial<LoadFacts>]>([
    ['ignored', { landed: own, next: own }],
    ['no-cookie', { before: nothing, landed: nothing, next: nothing }],
    [
      'another-session',
      { landed: { key: 't_new', cart: null }, next: { key: 't_new', cart: null } },
    ],
    ['another-session', { landed: nothing, next: nothing }],
    ['dropped', { next: nothing }],
    ['dropped', { next: { key: 't_new', cart: null } }],
    ['dropped', { next: empty }],
    ['unread', { next: { key, cart: null } }],
    [
      // What was copied into a customer's cart does not show in the cookie.
      'unread',
      {
        before: { ...own, key: '2' },
        landed: { key: '2', cart: wanted },
        next: { key: '2', cart: null },
      },
    ],
    [
      'differs',
      {
        next: {
          key,
          cart: wanted && album ? { ...wanted, lines: [{ ...album, quantity: 9 }] } : null,
        },
      },
    ],
    [
      'customer',
      {
        before: { key: '2', cart: own.cart },
        landed: { key: '2', cart: wanted },
        next: { key: '2', cart: wanted },
      },
    ],
    [
      'differs',
      {
        before: { key: '2', cart: own.cart },
        landed: { key: '2', cart: null },
        next: {
          key: '2',
          cart: wanted && album ? { ...wanted, lines: [{ ...album, quantity: 1 }] } : null,
        },
      },
    ],
    [
      'ignored',
      {
        before: { key: '2', cart: own.cart },
        landed: { key: '2', cart: own.cart },
        next: { key: '2', cart: own.cart },
      },
    ],
    [
      'signed-in',
      { key: '2', wanted: null, landed: { key: '2', cart: null }, next: { key: '2', cart: null } },
    ],
  ])('%s', (verdict, changes) => {
    expect(judgeLoad(facts('4.3.6', changes)).verdict).toBe(verdict);
  });

  it('that ignored keep-cart says so, though the cart was loaded', () => {
    expect(judgeLoad(facts('4.3.6', { keepCart: true, landed })).why).toContain(
      'ignored keep-cart',
    );
  });

  it('names WooCommerce 10 where a version is known to lose the session with it', () => {
    const why = (version: string) => judgeLoad(facts('4.3.6', { version, next: nothing })).why;
    expect(why('4.4.0-beta.6')).toContain('4.4.0-beta');
    expect(why('4.4.0-beta.6')).not.toContain('www');
    expect(why('3.0.17')).toContain('www');
    expect(why('3.0.17')).not.toContain('WooCommerce 10');
  });

  it('states no cause alone where the store told no version', () => {
    const untold = { version: null, isUntold: true, next: nothing };
    expect(judgeLoad(facts('4.3.6', untold)).why).toMatch(
      /told no version, so it may be either.*4\.4\.0-beta.*www/,
    );
    // One before 4.2 all the same, as its answers showed.
    const { why } = judgeLoad(facts('3.0.17', { version: null, next: nothing }));
    expect(why).toContain('www');
    expect(why).not.toContain('4.4.0-beta');
  });
});
