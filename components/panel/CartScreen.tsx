import type { PlanUndo } from '../../lib/act-desk.ts';
import type { Cart } from '../../lib/cart/cart.ts';
import type { MoneyMode } from '../../lib/cart/money.ts';
import type { Lane } from '../../lib/log/lane.ts';
import type { LaneCart } from '../../lib/log/lane-cart.ts';
import { cartActing } from '../action/lane-acts.ts';
import type { Acts } from '../action/use-acts.ts';
import { CartView } from '../cart/CartView.tsx';

interface CartScreenProps {
  readonly lane: Lane;
  readonly laneCart: LaneCart;
  /** The lane's cart with a currency to write its amounts in. */
  readonly cart: Cart;
  readonly acts: Acts;
  readonly planUndo: PlanUndo | undefined;
  readonly money: MoneyMode;
  readonly onMoneyChange: (mode: MoneyMode) => void;
}

/** The Cart screen of a lane, with what may be done to its cart. */
export function CartScreen(props: CartScreenProps) {
  const { lane, laneCart, cart, acts, planUndo, money, onMoneyChange } = props;
  return (
    <CartView
      cart={cart}
      changes={laneCart.change?.change ?? null}
      raw={laneCart.raw.json}
      problems={laneCart.problems}
      money={money}
      onMoneyChange={onMoneyChange}
      acting={cartActing(lane, cart, acts, planUndo)}
    />
  );
}
