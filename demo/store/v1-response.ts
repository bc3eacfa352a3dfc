import type { Cart } from './cart.ts';
import { type CartLine, sessionLine } from './cart-line.ts';
import { type Json, type JsonObject, phpArray } from './json.ts';
import type { RestContext } from './rest-context.ts';
import { shownAmount } from './settings.ts';

/** A line as v1 answers it: as in session, with a formatted price and no currency. */
export function v1Line(
  context: RestContext,
  cart: Cart,
  line: CartLine,
  fresh: boolean,
): JsonObject {
  const product = cart.store.productOf(line);
  const image = context.store.isFirst
    ? ''
    : `${context.store.siteUrl}/wp-content/uploads/woocommerce-placeholder.png`;
  return {
    ...sessionLine(line),
    data: {},
    product_name: fresh ? product.title : product.name,
    product_title: product.title,
    product_price: shownAmount(line.ownPrice ?? product.price, cart.settings),
    ...(context.request.flag('thumb') && { product_image: image }),
  };
}

/** The whole cart as v1 answers it; 4.3 has a sentence for an empty one. */
export function v1Cart(context: RestContext, cart: Cart): Json {
  if (cart.isEmpty && !context.store.isFirst) {
    const url = context.store.restUrl(`/${context.store.options.namespace}/v1/get_cart/`);
    return `Request returned nothing for "${url}"! Please seek assistance.`;
  }
  const lines = cart.session.lines.map((line) => [line.key, v1Line(context, cart, line, false)]);
  return phpArray(Object.fromEntries(lines));
}
