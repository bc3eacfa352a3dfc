import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergedBy, mergeRuleOf, type Quantities } from './merge-rule.ts';

describe('the rule of a version', () => {
  it.each([
    ['3.0.17', 'apart'],
    ['3.11.2', 'apart'],
    ['3.12.0', 'union'],
    ['4.1.0', 'union'],
    ['4.2.0', 'replaced'],
    ['4.3.6', 'replaced'],
    ['4.4.0-beta.6', 'replaced'],
    ['4.9.1', 'replaced'],
  ])('of %s is %s', (version, rule) => {
    expect(mergeRuleOf(version)?.rule).toBe(rule);
  });

  it.each([null, '2.9.3', 'latest'])('of %s is not known', (version) => {
    expect(mergeRuleOf(version)).toBeNull();
  });
});

/** Few lines, so that both carts often have the same. */
const cart = fc
  .dictionary(fc.constantFrom('album', 'beanie', 'cap', 'lamp'), fc.integer({ min: 1, max: 9 }))
  .map((lines): Quantities => new Map(Object.entries(lines)));
const carts = fc.record({ guest: cart, customer: cart });

describe('what a rule makes of two carts', () => {
  it('apart: leaves both as they are', () => {
    fc.assert(
      fc.property(carts, (before) => {
        expect(mergedBy('apart', before)).toEqual(before);
      }),
    );
  });

  it('replaced: the customer has what the guest had, whatever was there; the guest has nothing', () => {
    fc.assert(
      fc.property(carts, cart, (before, other) => {
        const after = mergedBy('replaced', before);
        expect([...after.customer]).toEqual([...before.guest]);
        expect(after.guest.size).toBe(0);
        expect(mergedBy('replaced', { ...before, customer: other })).toEqual(after);
      }),
    );
  });

  it('union: has every line of both, of one cart alone in its own number, and the guest keeps theirs', () => {
    fc.assert(
      fc.property(carts, (before) => {
        const { guest, customer } = mergedBy('union', before);
        expect(guest).toEqual(before.guest);
        const lines = new Set([...before.guest.keys(), ...before.customer.keys()]);
        expect(new Set(customer.keys())).toEqual(lines);
        for (const line of lines) {
          const own = [before.guest.get(line), before.customer.get(line)].filter(Boolean);
          expect(customer.get(line)).toBe(own.length === 1 ? own[0] : null);
        }
      }),
    );
  });

  it('of an empty guest’s cart: all but “replaced” leave the customer alone', () => {
    fc.assert(
      fc.property(cart, (customer) => {
        const before = { guest: new Map<string, number>(), customer };
        for (const rule of ['apart', 'union'] as const) {
          expect([...mergedBy(rule, before).customer]).toEqual([...customer]);
        }
      }),
    );
  });
});
