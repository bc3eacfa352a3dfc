import { ownerOf } from '../cocart/cart-key.ts';
import { findRefusal } from './key-refusals.ts';
import { byCart, expired, movedToCustomer, replaced } from './session-course.ts';
import type { Finding, SessionFacts } from './session-finding.ts';
import { type Press, pressesFor } from './session-presses.ts';

/** Whose session it is, what became of it, and how that is known. */
export interface SessionVerdict extends Finding {
  readonly owner: 'guest' | 'customer';
  /** How the owner is known. */
  readonly ownerEvidence: string;
  /** The call that first got this key without having sent one; null where none was seen. */
  readonly created: { readonly at: number; readonly callId: string; readonly label: string } | null;
  /** When time alone changes the verdict, in ms since the epoch; null for never. */
  readonly trueUntil: number | null;
  /** What a person can press to learn more; none where it would tell nothing new. */
  readonly presses: readonly Press[];
}

/** What is known of the session of a key now. Sends nothing: where only a request could tell, it says which. */
export function readSessionVerdict(facts: SessionFacts): SessionVerdict {
  const { key, churn, version, now, expiries } = facts;
  const finding =
    findRefusal(facts) ??
    movedToCustomer(facts) ??
    replaced(facts) ??
    expired(facts) ??
    byCart(facts);
  const first = churn.rows.find(({ returned }) => returned === key);
  const isMade = first?.outcome === 'made';
  const changes = expiries
    .flatMap(({ at, renewsAt }) => [at, renewsAt ?? at])
    .filter((at) => at > now);
  const asks = finding.state === 'cannot-be-told' || finding.state === 'expired';
  return {
    owner: ownerOf(key),
    ownerEvidence: ownerEvidence(facts),
    ...finding,
    created: isMade ? { at: first.startedAt, callId: first.callId, label: first.label } : null,
    trueUntil: changes.length > 0 ? Math.min(...changes) : null,
    presses: asks ? pressesFor(version) : [],
  };
}

function ownerEvidence({ key, calls }: SessionFacts): string {
  const form = ownerOf(key) === 'customer' ? 'a user id: a customer’s' : 'no user id: a guest’s';
  const named = calls.findLast((call) => call.key === key && call.keyNamed);
  return named
    ? `${named.label} was answered with this key, ${form}.`
    : `By its form it is ${form}. No answer has named it.`;
}
