import { planCalculate } from '../../lib/action/cart-plans.ts';
import { ShortLabel } from '../ui/ShortLabel.tsx';
import { StoreText } from '../ui/StoreText.tsx';
import type { CartActing } from './acting.ts';

/** What can be done to the cart as a whole, or why nothing can. */
export function CartActions({ acting }: { readonly acting: CartActing }) {
  const { target, busy, onPlan, onOpen, undo } = acting;
  if (!target.ok) {
    const { what, why, todo } = target.failure;
    return (
      <p class="muted cart-fixed" title={todo}>
        {what} {why}
      </p>
    );
  }
  return (
    <span class="cart-acts">
      {undo && (
        <button type="button" class="button" disabled={busy} onClick={undo.onUndo}>
          <span>
            <StoreText text={undo.title} most={60} />…
          </span>
        </button>
      )}
      <button
        type="button"
        class="button"
        disabled={busy}
        aria-label="Add product…"
        title="Finds a product, or takes an id or SKU. Nothing is sent by opening it."
        onClick={() => onOpen('product')}
      >
        <ShortLabel label="Add product…" short="Add…" />
      </button>
      <button
        type="button"
        class="button"
        disabled={busy}
        title="A test address, a coupon, fees, as far as the store has calls for them. Nothing is sent by opening it."
        onClick={() => onOpen('customer-and-charges')}
      >
        Address, coupon, fees…
      </button>
      <button
        type="button"
        class="button"
        disabled={busy}
        title="Has the store work out the totals anew. The request is shown first."
        onClick={() => onPlan(planCalculate(target.value))}
      >
        Calculate…
      </button>
    </span>
  );
}
