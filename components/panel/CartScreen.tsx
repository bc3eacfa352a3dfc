import { useEffect, useState } from 'preact/hooks';
import type { PlanUndo } from '../../lib/act-desk.ts';
import { laneTarget } from '../../lib/action/lane-target.ts';
import type { Cart, Line } from '../../lib/cart/cart.ts';
import type { MoneyMode } from '../../lib/cart/money.ts';
import type { Host } from '../../lib/host.ts';
import type { Lane } from '../../lib/log/lane.ts';
import type { LaneCart } from '../../lib/log/lane-cart.ts';
import { cartActing } from '../action/lane-acts.ts';
import type { Acts } from '../action/use-acts.ts';
import type { CartForm } from '../cart/acting.ts';
import { CartView } from '../cart/CartView.tsx';
import { useStoreRoutes } from '../session/use-store-routes.ts';
import type { Wishes } from '../session/use-wishes.ts';
import { laterPart, useLoaded } from '../ui/use-loaded.ts';

const FORMS = {
  product: laterPart(
    async () => (await import('../add-product/AddProductDialog.tsx')).AddProductDialog,
  ),
  'customer-and-charges': laterPart(
    async () => (await import('../cart-forms/CartFormsDialog.tsx')).CartFormsDialog,
  ),
};

interface CartScreenProps {
  readonly host: Host;
  readonly wishes: Wishes;
  readonly lane: Lane;
  readonly laneCart: LaneCart;
  /** The lane's cart with a currency to write its amounts in. */
  readonly cart: Cart;
  readonly acts: Acts;
  readonly planUndo: PlanUndo | undefined;
  readonly money: MoneyMode;
  readonly onMoneyChange: (mode: MoneyMode) => void;
}

/** The form that is open, and the line that gives way to what it adds; null where none does. */
interface OpenForm {
  readonly form: CartForm;
  readonly instead: Line | null;
}

/** The Cart screen of a lane, with what may be done to its cart. */
export function CartScreen(props: CartScreenProps) {
  const { host, wishes, lane, laneCart, cart, acts, planUndo, money, onMoneyChange } = props;
  const [open, setOpen] = useState<OpenForm | null>(null);
  const Form = useLoaded(open && FORMS[open.form]);
  const routes = useStoreRoutes(host, lane.address);
  const target = laneTarget(lane, routes?.[lane.api] ?? null);
  const { stage } = wishes;
  const isSent = stage.is === 'running' && stage.act !== null;

  // What is planned in a form is put before the person over it: who does not send it can change it.
  useEffect(() => {
    if (isSent) setOpen(null);
  }, [isSent]);

  return (
    <>
      <CartView
        cart={cart}
        changes={laneCart.change?.change ?? null}
        raw={laneCart.raw.json}
        problems={laneCart.problems}
        money={money}
        onMoneyChange={onMoneyChange}
        acting={cartActing(target, cart, acts, {
          planUndo,
          routes,
          onOpen: (form, instead) => setOpen({ form, instead: instead ?? null }),
        })}
      />
      {target.ok && Form && open && (
        <Form
          target={target.value}
          cart={cart}
          instead={open?.instead ?? null}
          host={host}
          wishes={wishes}
          onPlan={acts.plan}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
