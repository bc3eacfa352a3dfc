import { cartNameText } from '../../lib/cart-names.ts';
import { StoreText } from '../ui/StoreText.tsx';
import type { Names } from './use-cart-names.ts';

interface CartTagProps {
  readonly cartKey: string;
  readonly names: Names;
}

/** Colours of carts; the name beside it tells more of them apart. */
const COLOURS = 8;

/** What a cart is called, with a dot of its colour. Nothing for a cart without a name. */
export function CartTag({ cartKey, names }: CartTagProps) {
  const name = names.get(cartKey);
  if (!name) return null;
  return (
    <span class="cart-tag">
      <span class={`cart-dot cart-dot-${name.number % COLOURS}`} aria-hidden="true" />
      <span>{cartNameText(cartKey, name)}</span>
      {name.label !== null && (
        <span>
          “<StoreText text={name.label} />”
        </span>
      )}
    </span>
  );
}
