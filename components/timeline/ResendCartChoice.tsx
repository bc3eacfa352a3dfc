import { useId } from 'preact/hooks';
import { maskKey } from '../../lib/cocart/cart-key.ts';
import type { ResendCart } from '../../lib/timeline/resend-carts.ts';

interface ResendCartChoiceProps {
  readonly carts: readonly ResendCart[];
  readonly chosen: ResendCart | undefined;
  readonly onChoose: (cart: ResendCart) => void;
}

/** As which cart a call is sent, where there is more than one. */
export function ResendCartChoice({ carts, chosen, onChoose }: ResendCartChoiceProps) {
  const id = useId();
  if (carts.length < 2) return null;
  return (
    <div class="form-field">
      <label for={id}>As which cart</label>
      <select
        id={id}
        class="field"
        value={chosen?.is}
        onChange={({ currentTarget }) => {
          const cart = carts[currentTarget.selectedIndex];
          if (cart) onChoose(cart);
        }}
      >
        {carts.map((cart) => (
          <option key={cart.is} value={cart.is}>
            {cart.is === 'newest' ? 'The newest cart' : 'The cart of that time'}: {whose(cart)}
          </option>
        ))}
      </select>
    </div>
  );
}

function whose({ target }: ResendCart): string {
  return target.key === null ? 'the signed-in customer' : `guest ${maskKey(target.key)}`;
}
