import { useMemo } from 'preact/hooks';
import type { Cart } from '../../lib/cart/cart.ts';
import { compareCarts } from '../../lib/cart/compare-carts.ts';
import type { MoneyMode } from '../../lib/cart/money.ts';
import type { CallStory } from '../../lib/timeline/timeline.ts';
import { CartView } from '../cart/CartView.tsx';
import { Note } from '../ui/Note.tsx';

interface CartAfterPartProps {
  readonly story: CallStory;
  /** The cart after the call with a currency to write its amounts in. */
  readonly cart: Cart | null;
  readonly money: MoneyMode;
  readonly onMoneyChange: (mode: MoneyMode) => void;
}

/** The whole cart as it was known after a call, with what that call changed marked. */
export function CartAfterPart({ story, cart, money, onMoneyChange }: CartAfterPartProps) {
  const { before, after, reading } = story;
  const changes = useMemo(
    () => (before && after ? compareCarts(before, after) : null),
    [before, after],
  );
  if (!cart) {
    return (
      <Note title="No cart to show">
        <p>The answer tells no cart, or gave way to newer ones.</p>
      </Note>
    );
  }
  return (
    <CartView
      cart={cart}
      changes={changes}
      raw={reading?.json}
      problems={reading?.problems ?? []}
      money={money}
      onMoneyChange={onMoneyChange}
    />
  );
}
