import { CartTag } from './CartTag.tsx';
import { SecretText } from './SecretText.tsx';
import type { Names } from './use-cart-names.ts';

interface NamedKeyProps {
  readonly cartKey: string;
  readonly names: Names;
}

/** A key with the name of its cart, where it is the key of one that was seen. */
export function NamedKey({ cartKey, names }: NamedKeyProps) {
  return (
    <span class="named-key">
      <CartTag cartKey={cartKey} names={names} />
      <SecretText value={cartKey} what="cart key" />
    </span>
  );
}
