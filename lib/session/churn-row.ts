import { ownerOf } from '../cocart/cart-key.ts';
import type { Sighting } from '../cocart/reading.ts';
import type { Call } from '../log/call.ts';
import type { Caller } from '../log/caller.ts';
import { isObeyed, type ObeyVerdict, obeys } from './obeys.ts';
import { passedOn } from './passed-on.ts';

/** A key as a call sent it, and whether the store took its cart from there. */
export interface SentKey {
  readonly key: string;
  readonly source: Sighting['source'];
  readonly name: string;
  readonly obeys: ObeyVerdict;
}

/**
 * What became of the key that a call sent.
 *
 * - `kept`: the store answered with the cart that was asked for.
 * - `made`: none was sent where the store reads it, and it answered with a cart not seen before.
 * - `known`: none was sent, and it answered with a cart seen before (a cookie, or a signed-in customer).
 * - `other`: it answered with another cart than the one asked for.
 * - `passed-on`: a front end's own server asked for it; what that sent is not seen.
 * - `changed`: the same, with another cart than the one before.
 * - `untold`: it answered without naming a cart.
 */
export type ChurnOutcome = 'kept' | 'made' | 'known' | 'other' | 'passed-on' | 'changed' | 'untold';

/** One call about a cart: sent → returned. */
export interface ChurnRow {
  readonly callId: string;
  /** Its place among the page's calls about a cart, from 1. */
  readonly number: number;
  readonly label: string;
  readonly caller: Caller;
  /** The front end whose own server passed it on; null where the store itself was called. */
  readonly through: string | null;
  /** ms since the epoch. */
  readonly startedAt: number;
  readonly sent: readonly SentKey[];
  /** True when nothing was sent by which this store chooses a cart; null where that is not known. */
  readonly sentNone: boolean | null;
  readonly returned: string | null;
  readonly outcome: ChurnOutcome;
  /** What happened, in a sentence. */
  readonly note: string;
}

/** What is known when a call comes in. */
interface Before {
  /** The call's place among the page's calls about a cart, from 1. */
  readonly number: number;
  readonly version: string | null;
  /** Keys that earlier calls sent or got. */
  readonly seen: ReadonlySet<string>;
  /** The key that came back last through each front end. */
  readonly through: ReadonlyMap<string, string>;
  readonly obeying: Obeying;
}

/** Places in which a request can carry a key; a path names a stored session, not the request’s cart. */
const SENT: ReadonlySet<Sighting['source']> = new Set([
  'query',
  'request-header',
  'request-body',
  'cookie',
]);

export type Obeying = (
  source: Sighting['source'],
  name: string,
  through: boolean,
  version: string | null,
) => ObeyVerdict;

/** Thousands of calls carry their keys in the same few places. */
export function rememberObeys(): Obeying {
  const known = new Map<string, ObeyVerdict>();
  return (source, name, through, version) => {
    const id = `${source} ${version} ${through} ${name}`;
    const verdict = known.get(id) ?? obeys({ source, name, through }, { version, signedIn: null });
    known.set(id, verdict);
    return verdict;
  };
}

/** What a call about a cart sent and got. */
export function churnRow(call: Call, before: Before): ChurnRow {
  const { number, version, seen, obeying } = before;
  const { id: callId, label, caller, startedAt } = call;
  const through = call.through?.origin ?? null;
  const sent = call.sightings.flatMap(({ key, source, name }): SentKey[] => {
    if (!SENT.has(source)) return [];
    // Whether a body was a form or JSON is no longer known of a call; its fields count as unknown.
    return [{ key, source, name, obeys: obeying(source, name, through !== null, version) }];
  });
  const returned = call.keyNamed ? call.key : null;
  const became = through
    ? passedOn(sent, returned, before.through.get(through) ?? null)
    : answered(call, sent, returned, seen);
  return { callId, number, label, caller, through, startedAt, sent, returned, ...became };
}

function answered(
  { kind, writes }: Call,
  sent: readonly SentKey[],
  returned: string | null,
  seen: ReadonlySet<string>,
): Pick<ChurnRow, 'sentNone' | 'outcome' | 'note'> {
  const isUnheard = kind === 'unheard';
  // Of a call heard in passing its body is not known, and a form may carry the key.
  const sentNone = isUnheard && writes && sent.length === 0 ? null : sentNothing(sent);
  const outcome = outcomeOf(sent, sentNone, returned, seen);
  const note =
    isUnheard && outcome === 'untold'
      ? 'Its answer was not heard.'
      : noteOf(outcome, sent, returned, sentNone);
  return { sentNone, outcome, note };
}

function sentNothing(sent: readonly SentKey[]): boolean | null {
  if (sent.some((one) => isObeyed(one.obeys))) return false;
  return sent.some((one) => one.obeys.obeyed === 'unknown') ? null : true;
}

/** What the store itself can have made of a call. */
type AnsweredOutcome = Exclude<ChurnOutcome, 'passed-on' | 'changed'>;

function outcomeOf(
  sent: readonly SentKey[],
  sentNone: boolean | null,
  returned: string | null,
  seen: ReadonlySet<string>,
): AnsweredOutcome {
  if (returned === null) return 'untold';
  if (sent.some(({ key }) => key === returned)) return 'kept';
  if (sentNone === false) return 'other';
  return seen.has(returned) || isCustomers(returned) ? 'known' : 'made';
}

/** True for the key of an answer that is about a customer's cart. */
export function isCustomers(returned: string | null): boolean {
  return returned !== null && ownerOf(returned) === 'customer';
}

function noteOf(
  outcome: AnsweredOutcome,
  sent: readonly SentKey[],
  returned: string | null,
  sentNone: boolean | null,
): string {
  const none =
    sent.length === 0 && sentNone === null ? 'sent no key that was heard' : 'sent no key';
  const unread = sent.some(({ source }) => source !== 'cookie')
    ? 'sent a key where this store does not read it'
    : none;
  const isCustomer = isCustomers(returned);
  switch (outcome) {
    case 'untold':
      return 'The answer names no cart.';
    case 'kept':
      return 'The store answered with the cart that was asked for.';
    case 'made':
      return `It ${unread}: the store answered with a new cart.`;
    case 'known':
      return isCustomer
        ? 'A customer is signed in: the store answered with the customer’s own cart.'
        : `It ${unread}, and got a cart that was seen before: a cookie named it.`;
    case 'other':
      if (isCustomer) {
        return 'A customer is signed in: the store answered with the customer’s own cart, not with the one of the key.';
      }
      return sent.some(({ key }) => cleanKey(key) === returned)
        ? 'The store spells the key its own way: small letters, digits, _ and - alone.'
        : 'The store answered with another cart than the one asked for.';
  }
}

/** How CoCart 3 and later reads a key (`sanitize_key`). */
export function cleanKey(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9_-]/g, '');
}
