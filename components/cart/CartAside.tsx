import type { Amount, Cart } from '../../lib/cart/cart.ts';
import type { CartChange } from '../../lib/cart/compare-carts.ts';
import { Customer } from './Customer.tsx';
import { Needs } from './Needs.tsx';
import { Notices } from './Notices.tsx';
import { ShippingRates } from './ShippingRates.tsx';
import { TotalsEquationView } from './TotalsEquationView.tsx';

interface CartAsideProps {
  readonly id: string;
  readonly cart: Cart;
  readonly changes: CartChange | null;
  readonly write: (amount: Amount) => string;
}

/** What belongs to the cart as a whole: beside the lines where it is wide, below them where not. */
export function CartAside({ id, cart, changes, write }: CartAsideProps) {
  return (
    <aside id={id} class="cart-aside" tabIndex={-1} aria-label="Totals and session">
      <TotalsEquationView cart={cart} changes={changes} write={write} />
      <ShippingRates shipping={cart.shipping} changes={changes} write={write} />
      <Customer cart={cart} />
      <Notices notices={cart.notices} />
      <Needs cart={cart} />
    </aside>
  );
}
