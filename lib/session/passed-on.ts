import { ownerOf } from '../cocart/cart-key.ts';
import type { ChurnRow } from './churn-row.ts';

/**
 * What became of a call that a front end's own server passed on: which key that sent is not seen, so
 * only what came back counts. `before` is what came back the last time; null for nothing yet.
 */
export function passedOn(
  sent: readonly { readonly key: string }[],
  returned: string | null,
  before: string | null,
): Pick<ChurnRow, 'sentNone' | 'outcome' | 'note'> {
  const row = (outcome: ChurnRow['outcome'], note: string) => ({ sentNone: null, outcome, note });
  if (returned === null) {
    return row('untold', 'The front end’s own server passed the answer on without its key.');
  }
  if (sent.some(({ key }) => key === returned)) {
    return row('kept', 'The front end’s own server answered with the cart that was asked for.');
  }
  if (sent.length > 0) {
    return row(
      'other',
      'The front end’s own server answered with another cart than that of the key it was sent.',
    );
  }
  if (before === null || before === returned) {
    return row(
      'passed-on',
      'The front end’s own server asked for it; the key that it sent is not seen.',
    );
  }
  return row(
    'changed',
    ownerOf(returned) === 'customer'
      ? 'The front end’s own server answered with a customer’s cart: it signs the customer in.'
      : 'The front end’s own server answered with another cart than before: it sent another key, or none.',
  );
}

/** What follows where the server of a front end does not stay with one cart. */
export const SERVER_LOST_KEY =
  'The front end’s own server went from one cart to another. Let it keep one key for each visitor, for example in an HttpOnly cookie of its own, and send that with every call to the store.';
