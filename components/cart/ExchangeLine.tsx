import type { Line } from '../../lib/cart/cart.ts';
import { lineName } from '../../lib/cart/line-name.ts';
import { canExchange } from '../../lib/products/instead-of.ts';
import { useEditing } from './acting.ts';

/** Opens the form that puts another variation in the place of a line; nothing for a line of none. */
export function ExchangeLine({ line }: { readonly line: Line }) {
  const editing = useEditing();
  if (!editing || !canExchange(line)) return null;
  return (
    <button
      type="button"
      class="button"
      disabled={editing.acting.busy}
      aria-label={`Another variation of ${lineName(line).slice(0, 80)}…`}
      onClick={() => editing.acting.onOpen('product', line)}
    >
      Another variation…
    </button>
  );
}
