import { planCouponRemoval } from '../../lib/action/cart-plans.ts';
import { targetFor, useEditing } from './acting.ts';

/** Takes a coupon off, where the store has a call for it. */
export function RemoveCoupon({ code }: { readonly code: string }) {
  const editing = useEditing();
  const target = editing && targetFor(editing, { do: 'remove-coupon', code });
  if (!editing || !target) return null;
  const { acting } = editing;
  return (
    <button
      type="button"
      class="button button-bare coupon-remove"
      disabled={acting.busy}
      aria-label={`Take off the coupon ${code.slice(0, 80)}`}
      onClick={() => acting.onPlan(planCouponRemoval(target, code))}
    >
      ✕
    </button>
  );
}
