import type { SentCall } from '../action/sent-call.ts';
import type { Call } from '../log/call.ts';
import type { CartLog } from '../log/cart-log.ts';
import { fail, type Outcome, succeed } from '../outcome.ts';
import { sentCallOf } from './resend.ts';
import { type ResendCart, resendCarts } from './resend-carts.ts';

/** A call as it can be sent again, and the carts as which it can be. */
export interface Sending {
  readonly call: SentCall;
  readonly carts: readonly ResendCart[];
}

/** What of a call of the log can be sent again; fails, with the reason, where nothing can. */
export function readSending(
  log: Pick<CartLog, 'lanes' | 'captureOf'>,
  call: Call,
): Outcome<Sending> {
  const carts = resendCarts(log, call);
  if (!carts.ok) return carts;
  const capture = log.captureOf(call.id);
  if (!capture) {
    return fail('This call cannot be sent again.', 'It gave way to newer ones.', 'Choose another.');
  }
  const sent = sentCallOf(capture.exchange);
  return sent.ok ? succeed({ call: sent.value, carts: carts.value }) : sent;
}
