import { maskKey } from '../cocart/cart-key.ts';
import { type Call, compareCalls, succeeded } from '../log/call.ts';
import { cleanKey } from './churn-row.ts';
import { type Finding, found, hasLines, newestCart, type SessionFacts } from './session-finding.ts';

/** CoCart's column for keys holds so many characters. */
const LONGEST_KEY = 42;

/** Why a key opens no session at all: refused, not a key that is kept, another site's, or no such session. */
export function findRefusal(facts: SessionFacts): Finding | null {
  return refused(facts) ?? byForm(facts) ?? otherSite(facts) ?? noSuchSession(facts);
}

function refused({ key, calls }: SessionFacts): Finding | null {
  const last = calls.findLast((call) => call.isCart && call.key === key);
  switch (last?.error?.code) {
    case 'cocart_must_authenticate_user':
      return found(
        'wrong-key',
        `${last.label} was refused: the key is a user id, and the call signs nobody in. A guest needs a guest’s key.`,
        last,
      );
    case 'cocart_already_authenticating_user':
      return found(
        'wrong-key',
        `${last.label} was refused: it signs the customer in and sends the customer’s id as key as well. One of the two is enough.`,
        last,
      );
    default:
      return null;
  }
}

function byForm({ key }: SessionFacts): Finding | null {
  if (key.length > LONGEST_KEY) {
    const evidence = `The key has ${key.length} characters. CoCart keeps ${LONGEST_KEY}: a cart of this key is never stored.`;
    return found('never-existed', evidence);
  }
  const clean = cleanKey(key);
  if (clean === key) return null;
  const read = clean === '' ? 'as no key' : `as ${maskKey(clean)}`;
  return found(
    'wrong-key',
    `CoCart reads small letters, digits, _ and - alone: it takes this key ${read}, which is another cart.`,
  );
}

function otherSite({ madeFor }: SessionFacts): Finding | null {
  return madeFor?.is === 'other-site' ? found('other-site', madeFor.sentence) : null;
}

const SESSION_CALLS: ReadonlySet<Call['call']> = new Set([
  'session',
  'session-items',
  'delete-session',
]);

/** An administrator's reading of the stored session tells one from none; lines seen since say otherwise. */
function noSuchSession(facts: SessionFacts): Finding | null {
  const { key, calls } = facts;
  const asked = calls.findLast((call) => call.key === key && SESSION_CALLS.has(call.call));
  const answer = newestCart(facts);
  if (!asked || (answer && compareCalls(answer, asked) > 0 && hasLines(facts.cart))) return null;
  if (asked.call === 'delete-session' && succeeded(asked)) {
    return found('expired', `${asked.label} deleted the session.`, asked);
  }
  if (asked.error?.code !== 'cocart_cart_in_session_not_valid') return null;
  return calls.some((call) => call.key === key && call.keyNamed)
    ? found('expired', `${asked.label}: the store has no session of this key any more.`, asked)
    : found('never-existed', `${asked.label}: the store has no session of this key.`, asked);
}
