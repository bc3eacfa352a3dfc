import { addFee, removeFees } from './add-on-fees.ts';
import { couponOf } from './discounts.ts';
import type { RestContext } from './rest-context.ts';
import { RestError } from './rest-error.ts';
import { ok, type RestReply, type Route } from './routes.ts';

/** `POST /coupon` of CoCart Pro, which the demo stores are taken to have. */
function applyCoupon(context: RestContext): RestReply {
  const cart = context.carts.open();
  const coupon = couponOf(context.request.text('coupon') ?? '');
  if (coupon === undefined || cart.isEmpty) {
    const message = 'Failed to apply coupon.';
    throw new RestError('cocart_pro_coupon_failed_to_apply', message, 400);
  }
  cart.applyCoupons([coupon.code]);
  cart.calculate();
  return ok({ message: 'Coupon code applied successfully.', coupon: coupon.code, response: true });
}

function removeCoupon(context: RestContext): RestReply {
  const cart = context.carts.open();
  const code = (context.request.text('coupon') ?? '').toLowerCase();
  if (!cart.session.coupons.includes(code)) {
    const message = 'Failed to remove coupon.';
    throw new RestError('cocart_pro_coupon_failed_to_remove', message, 400);
  }
  cart.session.coupons = cart.session.coupons.filter((one) => one !== code);
  cart.calculate();
  return ok({ message: 'Coupon was removed.', coupon: code, response: true });
}

/** Routes of the paid add-on, which answer on every demo store; only one that is said to have it lists them. */
export const PRO_ROUTES: readonly Route[] = [
  {
    path: '/coupon',
    about: 'cart',
    endpoints: [
      { method: 'POST', run: applyCoupon },
      { method: 'DELETE', run: removeCoupon },
    ],
  },
  {
    path: '/fees',
    about: 'cart',
    endpoints: [
      {
        method: 'POST',
        run: (context) => ok(`Fee "${addFee(context, 'cocart_pro').name}" has been added.`),
      },
      {
        method: 'DELETE',
        run(context) {
          removeFees(context);
          return ok('All cart fees have been removed.');
        },
      },
    ],
  },
];
