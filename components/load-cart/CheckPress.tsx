import { useId } from 'preact/hooks';
import { priceOfCheck } from '../../lib/load-cart/check-price.ts';

interface CheckPressProps {
  readonly version: string | null;
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly onPress: () => void;
}

/** The press that reads both carts, with its price. */
export function CheckPress({ version, busy, disabled, onPress }: CheckPressProps) {
  const price = useId();
  return (
    <div class="load-press">
      <button
        type="button"
        class="button button-primary"
        disabled={busy || disabled}
        aria-describedby={price}
        onClick={onPress}
      >
        {busy ? 'Reading…' : 'Check this key'}
      </button>
      <p id={price} class="muted">
        {priceOfCheck(version)}
      </p>
    </div>
  );
}
