import { lineName } from '../../lib/cart/line-name.ts';
import { formatMoney } from '../../lib/cart/money.ts';
import type { GlanceCart } from '../../lib/glance.ts';
import { StoreText } from '../ui/StoreText.tsx';
import '../ui/ui.css';
import './cart-glance.css';
import { countWords } from './words.ts';

interface CartGlanceProps {
  readonly cart: GlanceCart;
}

/** So many lines fit in a popup without scrolling. */
const SHOWN = 8;

/** A cart in a few lines, for the popup: how many of what, what it costs. */
export function CartGlance({ cart }: CartGlanceProps) {
  const { lines, totals, coupons } = cart;
  const write = (amount: number | null) => formatMoney(amount, cart.currency, cart.minorUnit);
  const count = countWords(cart);
  return (
    <section class="glance" aria-label="Cart">
      <h2>
        <span>Cart</span>
        <span class="muted">{count}</span>
      </h2>
      {lines?.length === 0 && <p class="muted">The cart is empty.</p>}
      {lines === null && <p class="muted">This answer did not say which lines the cart has.</p>}
      <ul class="glance-lines">
        {lines?.slice(0, SHOWN).map((line, at) => (
          <li key={`${at}`}>
            <span class="glance-name">
              {line.quantity ?? '?'} × <StoreText text={lineName(line)} />{' '}
              {line.attributes.length > 0 && (
                <span class="muted">
                  <StoreText text={line.attributes.map(({ value }) => value).join(', ')} />
                </span>
              )}
            </span>
            <span class="glance-amount">{write(line.total)}</span>
          </li>
        ))}
        {lines !== null && lines.length > SHOWN && (
          <li class="muted">and {lines.length - SHOWN} more</li>
        )}
      </ul>
      {coupons !== null && coupons.length > 0 && (
        <p class="glance-coupons">
          <span class="muted">{coupons.length === 1 ? 'Coupon' : 'Coupons'}</span>{' '}
          {coupons.slice(0, SHOWN).map(({ code }, at) => (
            <span key={`${at}`} class="pill pill-plain">
              <StoreText text={code} />
            </span>
          ))}
          {coupons.length > SHOWN && <span class="muted">and {coupons.length - SHOWN} more</span>}
        </p>
      )}
      {totals !== null && (
        <p class="glance-total">
          <span>Total</span>
          <span class="glance-amount">{write(totals.total)}</span>
        </p>
      )}
    </section>
  );
}
