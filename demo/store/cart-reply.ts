import { sessionLine } from './cart-line.ts';
import { cartResponse, onlyFields } from './cart-response.ts';
import { phpArray } from './json.ts';
import type { RestContext } from './rest-context.ts';
import { ok, type RestReply } from './routes.ts';

/** The whole cart, in whichever form the request asks for. */
export function cartReply(context: RestContext, hidePackages = false): RestReply {
  const { request, store } = context;
  const cart = context.carts.open();
  if (request.flag('default')) {
    cart.calculate();
    const lines = cart.session.lines.map((line) => [line.key, { ...sessionLine(line), data: {} }]);
    return ok(phpArray(Object.fromEntries(lines)));
  }
  const notices = takesNotices(context) ? cart.takeNotices() : [];
  const noThumb = store.isFirst && request.route.endsWith('/calculate');
  const thumb = !noThumb && request.param('thumb') !== 'false' && request.param('thumb') !== false;
  const body = cartResponse(cart, context.shopper, { notices, thumb, hidePackages });
  return ok(store.isFirst ? body : onlyFields(body, request.query.get('fields') ?? undefined));
}

/** 3.0 hands notices out with a read and with an added item only, 4.3 with every cart. */
function takesNotices(context: RestContext): boolean {
  const { method, route } = context.request;
  return !context.store.isFirst || method === 'GET' || route.includes('/add-item');
}
