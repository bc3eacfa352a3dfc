import type { Cart } from '../cart/cart.ts';
import { untoldCart } from '../cart/untold-cart.ts';
import { readExchange } from '../cocart/read-exchange.ts';
import type { Reading } from '../cocart/reading.ts';
import type { Outcome } from '../outcome.ts';
import { fail, succeed } from '../outcome.ts';
import { readRequest } from './read-request.ts';
import { refusalOf } from './refusal.ts';
import type { ActHost } from './run-act.ts';
import type { WriteTarget } from './write-target.ts';

/** A cart with the answer that told it, which may tell more than the cart: CoCart's version. */
export interface CartAnswer {
  readonly cart: Cart;
  readonly reading: Reading;
}

/** The cart as the store holds it now; fails where no cart is told. */
export async function readCartNow(
  target: WriteTarget,
  host: Pick<ActHost, 'send' | 'keep'>,
): Promise<Outcome<CartAnswer>> {
  const answer = await host.send(readRequest(target));
  if (!answer.ok) return answer;
  await host.keep(answer.value);
  const reading = readExchange(answer.value);
  if (reading.kind === 'cart' && reading.cart) return succeed({ cart: reading.cart, reading });
  // 4.3.6 answers v1 with a sentence for a cart without lines (observed: “Request returned nothing…”).
  if (target.api === 'v1' && reading.kind === 'message' && reading.status === 200) {
    return succeed({ cart: { ...untoldCart, lines: [] }, reading });
  }
  const refusal = refusalOf(reading, answer.value.response.headers, target);
  return fail(
    'The cart could not be read.',
    refusal ? `${refusal.what} ${refusal.why}` : `It answered with “${reading.kind}”.`,
    refusal?.todo ?? 'Use the API v2 of this store.',
  );
}
