import { expect, it } from 'vitest';
import type { WishStatus } from './wish.ts';
import { isExpired, WISH_LIFETIME_MS, wishStatusSchema } from './wish.ts';

const status: WishStatus = {
  id: 'a',
  wish: { kind: 'look', tabId: 1, pageUrl: 'https://shop.example/', store: null },
  origins: ['https://shop.example'],
  reason: 'to read the cart',
  askedAt: 1_000_000,
  state: { is: 'waiting' },
};

it('expires by the clock at use', () => {
  expect(isExpired(status, status.askedAt + WISH_LIFETIME_MS)).toBe(false);
  expect(isExpired(status, status.askedAt + WISH_LIFETIME_MS + 1)).toBe(true);
});

it('does not outlive a clock that was set back', () => {
  expect(isExpired(status, status.askedAt - WISH_LIFETIME_MS - 1)).toBe(true);
});

it('comes back from storage as it went in, and nothing else does', () => {
  expect(wishStatusSchema.parse(structuredClone(status))).toEqual(status);
  const observing = {
    ...status,
    wish: { kind: 'observe', tabId: 1, pageUrl: 'https://a.example/' },
  };
  expect(wishStatusSchema.parse(structuredClone(observing))).toEqual(observing);
  expect(wishStatusSchema.safeParse({ ...status, wish: { kind: 'delete' } }).success).toBe(false);
});
