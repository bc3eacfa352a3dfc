import type { ActHost } from '../action/run-act.ts';
import type { WriteRequest } from '../action/write-request.ts';
import type { WriteTarget } from '../action/write-target.ts';
import type { Cart } from '../cart/cart.ts';
import { readExchange } from '../cocart/read-exchange.ts';
import type { Reading } from '../cocart/reading.ts';
import type { Outcome } from '../outcome.ts';
import { fail, succeed } from '../outcome.ts';
import { signRefusalOf } from './sign-refusal.ts';

type Sender = Pick<ActHost, 'send' | 'keep'>;

/** Sends one request and keeps what was answered; fails where no answer came, or a refusal. */
export async function sendStep(
  request: WriteRequest,
  target: WriteTarget,
  host: Sender,
): Promise<Outcome<Reading>> {
  const answer = await host.send(request);
  if (!answer.ok) return answer;
  await host.keep(answer.value);
  const reading = readExchange(answer.value);
  const failure = signRefusalOf(reading, answer.value.response.headers, target);
  return failure ? { ok: false, failure } : succeed(reading);
}

/** The cart that an answer tells; fails where it tells none. */
export function cartOf({ cart, kind }: Reading): Outcome<Cart> {
  return cart
    ? succeed(cart)
    : fail(
        'The cart could not be read.',
        `The store answered with “${kind}”.`,
        'Nothing was moved. See the answer, then try again.',
      );
}
