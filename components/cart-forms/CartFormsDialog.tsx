import type { PlannedAct } from '../../lib/action/act.ts';
import type { CartWrite } from '../../lib/action/cart-write.ts';
import { ADD_ONS, offerOf } from '../../lib/action/offer.ts';
import type { WriteTarget } from '../../lib/action/write-target.ts';
import type { Cart } from '../../lib/cart/cart.ts';
import type { Host } from '../../lib/host.ts';
import { ReadRoutes } from '../session/ReadRoutes.tsx';
import { useStoreRoutes } from '../session/use-store-routes.ts';
import type { Wishes } from '../session/use-wishes.ts';
import { WishBanner } from '../session/WishBanner.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import './cart-forms.css';
import { CouponForm } from './CouponForm.tsx';
import { CustomerForm } from './CustomerForm.tsx';
import { FeeForm } from './FeeForm.tsx';
import { FormPart } from './FormPart.tsx';

interface CartFormsDialogProps {
  /** The cart to change; its routes need not be filled. */
  readonly target: WriteTarget;
  /** The cart as it was last told; null where none is known. */
  readonly cart: Cart | null;
  readonly host: Pick<Host, 'tabId' | 'readRoutes' | 'watchRoutes'>;
  readonly wishes: Wishes;
  readonly onPlan: (planned: PlannedAct) => void;
  readonly onClose: () => void;
}

const CUSTOMER: CartWrite = { do: 'update-customer', fields: {} };

/** Address, coupon and fees of a cart, as far as its store has calls for them. Ends in a plan. */
export function CartFormsDialog(props: CartFormsDialogProps) {
  const { target, cart, host, wishes, onPlan, onClose } = props;
  const routes = useStoreRoutes(host, target.store);
  const offer = (write: CartWrite) => offerOf(target, routes, write);
  const coupon = offer(ADD_ONS['apply-coupon'].example);
  const fee = offer(ADD_ONS['add-fee'].example);
  const rate = offer(ADD_ONS['choose-rate'].example);
  const missing = [
    ...(coupon ? [] : [ADD_ONS['apply-coupon'].brings]),
    ...(fee ? [] : [ADD_ONS['add-fee'].brings]),
    ...(rate ? [] : [ADD_ONS['choose-rate'].brings]),
  ];
  return (
    <Dialog title="Address, coupon and fees" onClose={onClose}>
      <WishBanner
        screen="panel"
        stage={wishes.stage}
        onPerform={wishes.perform}
        onDismiss={wishes.dismiss}
      />
      <CustomerForm target={offer(CUSTOMER)} version={target.version} cart={cart} onPlan={onPlan} />
      {coupon && <CouponForm target={coupon} onPlan={onPlan} />}
      {fee && (
        <FeeForm
          target={fee}
          removal={offer(ADD_ONS['remove-fees'].example)}
          cart={cart}
          onPlan={onPlan}
        />
      )}
      {missing.length > 0 && (
        <FormPart title={routes ? 'What this store has no routes for' : 'Coupons, fees and rates'}>
          {routes ? (
            <ul class="missing">
              {missing.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          ) : (
            <>
              <p>
                CoCart itself has no calls for coupons, fees and rates; add-ons bring them. Whether
                this store has one, its routes tell.
              </p>
              <ReadRoutes
                tabId={host.tabId}
                store={target.store}
                busy={wishes.stage.is === 'running'}
                onPerform={wishes.perform}
              />
            </>
          )}
        </FormPart>
      )}
    </Dialog>
  );
}
