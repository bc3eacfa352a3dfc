import type { Cart } from '../../lib/cart/cart.ts';
import { Note } from '../ui/Note.tsx';

interface NoLinesProps {
  readonly cart: Pick<Cart, 'lines' | 'itemCount' | 'owner'>;
}

/** Stands in place of the lines: told to be empty, or not told at all. */
export function NoLines({ cart }: NoLinesProps) {
  if (cart.lines === null) {
    return (
      <Note title="This answer did not say which lines the cart has">
        <p>
          {cart.itemCount === null
            ? 'It told a part of the cart only; what it told is here.'
            : `It counts ${cart.itemCount}, and told only a part of the cart.`}{' '}
          The next whole cart answer fills this table.
        </p>
      </Note>
    );
  }
  return (
    <Note title="The cart is empty">
      <p>
        {cart.owner === 'guest'
          ? 'An expired cart and a key that the store does not know look the same: CoCart answers both with an empty cart.'
          : 'The store told a cart with no lines.'}
      </p>
    </Note>
  );
}
