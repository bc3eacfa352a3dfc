import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planCoupon, planFee, planFeeRemoval } from '../../lib/action/charge-plans.ts';
import { ADD_ONS, offerOf } from '../../lib/action/offer.ts';
import { planAddition, planGroupedAddition } from '../../lib/products/addition.ts';
import { additionOf } from '../../lib/products/addition-of.ts';
import { canExchange, planInstead } from '../../lib/products/instead-of.ts';
import type { Product } from '../../lib/products/product.ts';
import type { ProductQuery } from '../../lib/products/product-query.ts';
import { productRequest } from '../../lib/products/product-request.ts';
import { readProducts } from '../../lib/products/read-products.ts';
import type { CartRequest } from '../../lib/store-search/cart-request.ts';
import { readRoutes } from '../../lib/store-search/read-routes.ts';
import { type RunningStore, startStore } from '../start.ts';
import { act, cartNow, sendByNode, targetOf } from './act-on-store.ts';

// What the screens plan is what the demo stores take: products found and added, coupons and fees.

const get = ({ url, credentials }: CartRequest) =>
  sendByNode({ method: 'GET', url, headers: [], body: null, credentials });

const ONE = { quantity: 1, itemData: {}, price: null } as const;

describe('a store of 4.3', () => {
  let store: RunningStore;
  beforeAll(async () => {
    store = await startStore();
  });
  afterAll(() => store.close());

  const find = async (query: ProductQuery): Promise<readonly Product[]> => {
    const answer = await get(productRequest(targetOf(store, '').store, 'v2', query));
    return answer.ok ? readProducts(answer.value).products : [];
  };

  test.each([
    [{ by: 'name', text: 'hoodie' }, [19]],
    [{ by: 'sku', text: 'woo-album' }, [10]],
    [{ by: 'sku', text: 'no such' }, []],
    [{ by: 'id', text: '24' }, [24]],
    [{ by: 'ids', text: '10,11' }, [10, 11]],
  ] as const)('finds by $by', async (query, ids) => {
    const found = await find(query);
    expect(found.map(({ id }) => id).sort()).toEqual(ids);
  });

  test.each([
    ['v2', 'Green', 'No', 22],
    ['v2', 'Blue', 'Yes', 20],
    ['v1', 'Blue', 'No', 21],
  ] as const)(
    'adds by %s the variation that attributes choose: %s, %s',
    async (api, color, logo, id) => {
      const target = targetOf(store, store.makeCart([{ id: 10, quantity: 1 }]), api);
      const [hoodie] = await find({ by: 'id', text: '19' });
      if (!hoodie) throw new Error('The store has no hoodie.');
      const chosen = { attribute_color: color, attribute_logo: logo };
      const { act: planned } = planAddition(target, {
        ...ONE,
        ...additionOf(hoodie, chosen, api),
        quantity: 2,
      });
      const report = await act(target, planned.writes);
      expect(report).toMatchObject({ ok: true, value: { done: 1, failure: null, unmet: [] } });
      const lines = (await cartNow(target)).lines;
      expect(lines?.find(({ variationId }) => variationId === id)?.quantity).toBe(2);
    },
  );

  test.each(['v2', 'v1'] as const)(
    'puts another variation in the place of one, by %s',
    async (api) => {
      const target = targetOf(store, store.makeCart([{ id: 20, quantity: 3 }]), api);
      const [hoodie] = await find({ by: 'id', text: '19' });
      const [line] = (await cartNow(target)).lines ?? [];
      if (!hoodie || !line) throw new Error('The store has no hoodie.');
      expect(canExchange(line)).toBe(true);
      const chosen = { attribute_color: 'Green', attribute_logo: 'No' };
      const addition = { ...ONE, ...additionOf(hoodie, chosen, api), quantity: 3 };
      const planned = planInstead(planAddition(target, addition), line);
      expect(planned).toMatchObject({
        act: { destroys: true },
        losses: [expect.stringMatching(/^3 × /)],
      });
      const report = await act(target, planned.act.writes);
      expect(report).toMatchObject({ ok: true, value: { done: 2, failure: null, unmet: [] } });
      const { lines } = await cartNow(target);
      expect(lines?.map(({ variationId, quantity }) => [variationId, quantity])).toEqual([[22, 3]]);
    },
  );

  test('adds products of a grouped one in one call', async () => {
    const target = targetOf(store, store.makeCart([]));
    const quantities = [
      { id: 10, quantity: 1 },
      { id: 11, quantity: 3 },
    ];
    const planned = planGroupedAddition(target, { id: 24, name: 'Logo collection' }, quantities);
    const report = await act(target, planned.act.writes);
    expect(report).toMatchObject({ ok: true, value: { done: 1, unmet: [] } });
    expect((await cartNow(target)).lines).toHaveLength(2);
  });

  test('item data makes a line of its own, and an own price is charged', async () => {
    const target = targetOf(store, store.makeCart([{ id: 10, quantity: 1 }]));
    const planned = planAddition(target, {
      ...{ product: '10', name: 'Album', quantity: 1, variationId: null, variation: {} },
      ...{ itemData: { engraving: 'For Ann' }, price: '3.33' },
    });
    await act(target, planned.act.writes);
    const lines = (await cartNow(target)).lines;
    expect(lines?.map(({ price }) => price)).toEqual([1500, 333]);
    expect(lines?.[1]?.itemData).toEqual({ engraving: 'For Ann' });
  });
});

describe.each(['plus', 'pro'] as const)('a store with CoCart %s', (addOn) => {
  let store: RunningStore;
  beforeAll(async () => {
    store = await startStore({ addOn });
  });
  afterAll(() => store.close());

  test('has calls for coupons and fees in its index, which change the cart', async () => {
    const target = targetOf(store, store.makeCart([{ id: 10, quantity: 2 }]));
    store.clearRequests();
    const routes = await readRoutes(target.store, { get, keep: async () => {} });
    if (!routes.ok) throw new Error(routes.failure.what);
    expect(store.apiRequests.map(({ method }) => method)).toEqual(['GET', 'GET']);

    const by = (name: keyof typeof ADD_ONS) => {
      const offered = offerOf(target, routes.value, ADD_ONS[name].example);
      if (!offered) throw new Error(`The store has no call for ${name}.`);
      expect(offered.api).toBe(addOn === 'plus' ? 'v2' : 'v1');
      return offered;
    };
    const run = async (planned: ReturnType<typeof planCoupon>) => {
      const report = await act(planned.act.target, planned.act.writes);
      expect(report).toMatchObject({ ok: true, value: { failure: null, unmet: [] } });
      return cartNow(target);
    };
    expect((await run(planCoupon(by('apply-coupon'), 'five'))).coupons).toMatchObject([
      { code: 'five' },
    ]);
    expect((await run(planFee(by('add-fee'), 'Gift wrap', '3.25'))).fees).toMatchObject([
      { name: 'Gift wrap', amount: 325 },
    ]);
    expect((await run(planFeeRemoval(by('remove-fees'), await cartNow(target)))).fees).toEqual([]);
  });
});

test('a store without them offers none', async () => {
  const store = await startStore();
  const target = targetOf(store, store.makeCart([]));
  const routes = await readRoutes(target.store, { get, keep: async () => {} });
  await store.close();
  if (!routes.ok) throw new Error(routes.failure.what);
  for (const { example } of Object.values(ADD_ONS)) {
    expect(offerOf(target, routes.value, example)).toBeNull();
  }
});
