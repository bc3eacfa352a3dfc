import type { Cart } from '../cart/cart.ts';
import { maskKey, ownerOf } from '../cocart/cart-key.ts';
import { counted } from '../counted.ts';
import { type Call, succeeded } from '../log/call.ts';
import type { ChurnRow } from './churn-row.ts';
import { type Finding, found, hasLines, newestCart, type SessionFacts } from './session-finding.ts';
import { inSpan } from './version-span.ts';

/** From 4.2 on a guest's key beside a sign-in empties the guest's cart into the customer's. */
export function movedToCustomer(facts: SessionFacts): Finding | null {
  const { key, calls, version, cart, churn } = facts;
  if (version === null || !inSpan(version, { from: '4.2' }) || hasLines(cart)) return null;
  const move = churn.rows.findLast(
    ({ sent, returned, through }) =>
      through === null &&
      returned !== null &&
      isSignIn(returned, key) &&
      sent.some((one) => one.key === key),
  );
  if (!move?.returned) return null;
  const evidence = `${move.label} sent this key while customer ${move.returned} was signed in: this store then moves the lines into the customer’s cart, and this one has shown none since.`;
  return found(
    'replaced',
    evidence,
    calls.find(({ id }) => id === move.callId),
  );
}

/** Another cart answers in its place. */
export function replaced({ key, calls, churn: { rows } }: SessionFacts): Finding | null {
  const at = rows.findLastIndex(
    ({ sent, returned }) => returned === key || sent.some((one) => one.key === key),
  );
  const last = rows[at];
  if (!last) return null;
  const isInstead = last.outcome === 'other' && last.returned !== null && last.returned !== key;
  const next = isInstead ? last : rows.slice(at + 1).find(({ returned }) => returned !== null);
  if (!next?.returned || !(isInstead || isMoved(next) || isSignIn(next.returned, key))) return null;
  const by = calls.find(({ id }) => id === next.callId);
  const name = maskKey(next.returned);
  if (isSignIn(next.returned, key)) {
    return found(
      'replaced',
      `${next.label} was answered with the cart of customer ${name}, who is signed in.`,
      by,
    );
  }
  if (next.outcome === 'changed') {
    const evidence = `${next.label} was answered with ${name}: the front end’s own server no longer asks for this one.`;
    return found('replaced', evidence, by);
  }
  const why = isInstead ? 'asked for this key' : 'sent no key that the store reads';
  return found('replaced', `${next.label} ${why} and was answered with ${name}.`, by);
}

/** Without this key being asked for, another cart answered. */
function isMoved({ outcome }: ChurnRow): boolean {
  return outcome === 'made' || outcome === 'changed';
}

function isSignIn(returned: string, key: string): boolean {
  return ownerOf(returned) === 'customer' && ownerOf(key) === 'guest';
}

/** Over by all that was told, and nothing told of lines since. */
export function expired(facts: SessionFacts): Finding | null {
  const told = facts.expiries.filter(({ source }) => source !== 'estimate');
  const last = told.toSorted((a, b) => b.at - a.at)[0];
  if (!last || last.at > facts.now) return null;
  const answer = newestCart(facts);
  if (answer && answer.answeredAt > last.at && hasLines(facts.cart)) return null;
  const teller = last.source === 'header' ? 'a cart answer’s header' : `the cookie ${last.cookie}`;
  const evidence = `Its time is over by ${teller}, and no answer has shown lines since.`;
  return { state: 'expired', evidence, callId: null, asOf: last.asOf };
}

/** By what the newest answer showed of the cart. */
export function byCart(facts: SessionFacts): Finding {
  const { calls, key, cart, churn } = facts;
  const answer = newestCart(facts);
  if (!answer || !cart) {
    const asked = calls.some((call) => call.key === key);
    return found(
      'cannot-be-told',
      asked
        ? 'It cannot be told, because no answer has shown this cart.'
        : 'It cannot be told, because the key only rests in the browser: no call has asked for its cart.',
    );
  }
  if (hasLines(cart))
    return alive(facts, `${answer.label} answered with ${linesText(cart)}.`, answer);
  const change = calls.findLast((call) => call.key === key && call.writes && succeeded(call));
  if (change?.through && change !== answer) {
    const evidence = `It cannot be told, because ${answer.label} found it empty, and what ${change.label} had the store do is not seen: it was emptied, has ended, or is not of this store.`;
    return found('cannot-be-told', evidence, answer);
  }
  if (change && !FILLING.has(change.call)) {
    return alive(facts, `It is empty since ${change.label}, which the store carried out.`, change);
  }
  if (change) {
    const evidence = `It cannot be told, because ${change.label} filled it and ${answer.label} found it empty: it has ended, or was emptied elsewhere.`;
    return found('cannot-be-told', evidence, answer);
  }
  const maker = churn.rows.find(({ returned }) => returned === key);
  const made = maker?.outcome === 'made' ? calls.find(({ id }) => id === maker.callId) : undefined;
  if (made)
    return alive(facts, `It is new: ${made.label} got it, and nothing has been added.`, made);
  if (cart.lines === null) {
    return found(
      'cannot-be-told',
      'It cannot be told, because no answer has shown its lines.',
      answer,
    );
  }
  return found('cannot-be-told', `It cannot be told, because ${emptyMeans(facts.version)}`, answer);
}

function alive({ expiries, now }: SessionFacts, evidence: string, call: Call): Finding {
  const [best] = expiries;
  if (best?.source === 'estimate' && best.at <= now) {
    return found(
      'cannot-be-told',
      'It cannot be told, because its time would be over by the usual 7 days, and the store has said nothing of it since.',
      call,
    );
  }
  const renewing = expiries.find(({ renewsAt }) => renewsAt !== null && renewsAt <= now);
  return renewing
    ? found(
        'expiring',
        `${evidence} Its time runs out; the store renews it at the next call.`,
        call,
      )
    : found('alive', evidence, call);
}

/** Why an empty answer tells nothing. Measured on all four stores. */
function emptyMeans(version: string | null): string {
  if (version !== null && inSpan(version, { from: '4.0' })) {
    return 'CoCart 4 answers a cart that has ended, that never was and that was emptied alike: with an empty cart of the key that was sent.';
  }
  if (version !== null && inSpan(version, { before: '3.1' })) {
    return 'CoCart 3.0 answers a cart that has ended, that never was and that was emptied alike: with [].';
  }
  return 'CoCart answers a cart that has ended, that never was and that was emptied alike: as an empty one.';
}

/** Calls that put lines in; every other change can leave a cart without any. */
const FILLING: ReadonlySet<Call['call']> = new Set(['add-item', 'add-items', 'restore-item']);

function linesText({ lines }: Cart): string {
  return counted(lines?.length ?? 0, 'line');
}
