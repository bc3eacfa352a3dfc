import { addFee, removeFees } from './add-on-fees.ts';
import { cartReply } from './cart-reply.ts';
import { couponOf } from './discounts.ts';
import type { RestContext } from './rest-context.ts';
import { RestError } from './rest-error.ts';
import { type RestReply, type Route, textArg } from './routes.ts';

function applyCoupon(context: RestContext): RestReply {
  const cart = context.carts.open();
  const coupon = couponOf(context.request.text('code') ?? '');
  if (coupon === undefined || cart.isEmpty) {
    throw new RestError('cocart_coupon_failed_to_apply', 'Coupon failed to apply to cart.', 400);
  }
  cart.applyCoupons([coupon.code]);
  return cartReply(context);
}

function removeCoupon(context: RestContext): RestReply {
  const cart = context.carts.open();
  const code = (context.request.text('code') ?? '').toLowerCase();
  if (!cart.session.coupons.includes(code)) {
    throw new RestError('cocart_cart_coupon_invalid_code', 'Coupon is not applied.', 404);
  }
  cart.session.coupons = cart.session.coupons.filter((one) => one !== code);
  return cartReply(context);
}

/** What CoCart Plus 2 hangs below the cart of v2, by its OpenAPI document; only a store that has it lists it. */
export const PLUS_ROUTES: readonly Route[] = [
  {
    path: '/cart/apply-coupon',
    about: 'cart',
    endpoints: [
      { method: 'POST', args: { code: textArg('The coupon to apply.', true) }, run: applyCoupon },
    ],
  },
  {
    path: '/cart/coupons/(?P<code>[^/]+)',
    about: 'cart',
    endpoints: [{ method: 'DELETE', run: removeCoupon }],
  },
  {
    path: '/cart/add-fee',
    about: 'cart',
    endpoints: [
      {
        method: 'POST',
        args: { name: textArg('Its name.', true), amount: textArg('How much.', true) },
        run(context) {
          addFee(context, 'cocart');
          return cartReply(context);
        },
      },
    ],
  },
  {
    path: '/cart/remove-fees',
    about: 'cart',
    endpoints: [
      {
        method: 'POST',
        run(context) {
          removeFees(context);
          return cartReply(context);
        },
      },
    ],
  },
];
