import type { Cart } from '../cart/cart.ts';
import { type Call, succeeded } from '../log/call.ts';
import type { Expiry } from '../log/expiry.ts';
import type { MadeFor } from './cookie-site.ts';
import type { KeyChurn } from './key-churn.ts';

/** What became of the session that a key opens. */
export type SessionState =
  | 'alive'
  | 'expiring'
  | 'expired'
  | 'replaced'
  | 'never-existed'
  | 'wrong-key'
  | 'other-site'
  | 'cannot-be-told';

/** Everything known of one key. */
export interface SessionFacts {
  readonly key: string;
  /** The lane's calls, oldest first. */
  readonly calls: readonly Call[];
  /** `readKeyChurn` of these calls: one for all keys. */
  readonly churn: KeyChurn;
  /** The cart as the calls told it; null for none. */
  readonly cart: Cart | null;
  /** As `readExpiries` gives them for this key. */
  readonly expiries: readonly Expiry[];
  readonly version: string | null;
  /** For which site the cookie was made in which the key stands; null for a key that is in none. */
  readonly madeFor: MadeFor | null;
  /** ms since the epoch. */
  readonly now: number;
}

/** What one look at the facts found. */
export interface Finding {
  readonly state: SessionState;
  /** How the state is known; for `cannot-be-told` why not. */
  readonly evidence: string;
  /** The call that gave the evidence; null where none did. */
  readonly callId: string | null;
  /** When the evidence was learned, in ms since the epoch; null where it needs no time. */
  readonly asOf: number | null;
}

/** A finding with the call that gave its evidence, where one did. */
export function found(state: SessionState, evidence: string, call?: Call): Finding {
  return { state, evidence, callId: call?.id ?? null, asOf: call?.answeredAt ?? null };
}

/** The newest answer that told any of the key's cart. */
export function newestCart({ calls, key }: SessionFacts): Call | undefined {
  return calls.findLast((call) => call.key === key && call.told !== 'none' && succeeded(call));
}

export function hasLines(cart: Cart | null): boolean {
  return (cart?.lines?.length ?? 0) > 0;
}
