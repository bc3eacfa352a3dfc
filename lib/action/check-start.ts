import type { Cart } from '../cart/cart.ts';
import { maskKey, ownerOf } from '../cocart/cart-key.ts';
import type { Outcome } from '../outcome.ts';
import { fail, succeed } from '../outcome.ts';
import type { Act } from './act.ts';
import { linePrint } from './line-print.ts';

/** Fails where the cart is another one by now than the act was planned for, or another person's. */
export function checkStart({ target, rebuild }: Act, before: Cart): Outcome<null> {
  const { owner } = target;
  if (owner !== undefined && before.key !== null && before.key !== owner) {
    return fail(
      ownerOf(before.key) === 'customer'
        ? 'Somebody else is signed in now.'
        : 'That customer is not signed in now.',
      `This was planned for the cart of customer ${owner}; the store answered with that of ${shownKey(before.key)}. Nothing was written.`,
      'Sign in as that customer in the page, refresh, then try again.',
    );
  }
  const from = rebuild?.from ?? null;
  const now = linePrint(before);
  if (from !== null && now !== null && from !== now) {
    return fail(
      'The cart changed since this was planned.',
      'It holds other lines or quantities by now, and this would make another cart than was shown. Nothing was written.',
      'Its lines are read anew: do it once more from here.',
    );
  }
  return succeed(null);
}

/** User ids are plain; a guest's key is a credential. */
function shownKey(key: string): string {
  return ownerOf(key) === 'customer' ? key : maskKey(key);
}
