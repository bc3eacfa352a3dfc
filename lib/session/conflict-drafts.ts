import { maskKey, ownerOf } from '../cocart/cart-key.ts';
import type { FoundKey } from '../found-key.ts';
import type { Call } from '../log/call.ts';
import type { ChurnRow } from './churn-row.ts';
import type { ConflictKind } from './conflict-rules.ts';
import {
  type ConflictSide,
  placeOf,
  sideOfCall,
  sideOfSent,
  sideOfStored,
  whereSent,
} from './conflict-sides.ts';

/** Two sources that disagree, before it is looked up what follows. Every key in its sentence is masked. */
export interface Draft {
  readonly kind: ConflictKind;
  readonly sides: readonly [ConflictSide, ConflictSide];
  /** Who says what. */
  readonly sentence: string;
}

/** 403 to a user id, as a guest's or beside the customer's own sign-in. */
export function refused(row: ChurnRow, call: Call): Draft | null {
  const kind =
    call.error?.code === 'cocart_must_authenticate_user'
      ? 'user-id-as-guest'
      : call.error?.code === 'cocart_already_authenticating_user'
        ? 'own-id-sent'
        : null;
  const sent = row.sent.find(({ key }) => ownerOf(key) === 'customer') ?? row.sent[0];
  if (kind === null || !sent) return null;
  const sides = [sideOfSent(sent, row), sideOfCall(sent.key, 'the refusal', row)] as const;
  return {
    kind,
    sides,
    sentence: `${row.label} sent ${maskKey(sent.key)}, and the store refused it.`,
  };
}

/** Two keys in one call. */
export function queryAndHeader(row: ChurnRow): Draft | null {
  const query = row.sent.find(({ source }) => source === 'query');
  const header = row.sent.find(
    ({ source, key, obeys }) =>
      source === 'request-header' && key !== query?.key && obeys.obeyed !== 'no',
  );
  if (!query || !header) return null;
  return {
    kind: 'query-and-header',
    sides: [sideOfSent(query, row), sideOfSent(header, row)],
    sentence: `${row.label} sends ${maskKey(query.key)} in the query and ${maskKey(header.key)} in the header ${header.name}.`,
  };
}

/** The newest call that named a cart: what it was asked with, and what the browser keeps. */
export function answered(row: ChurnRow, stored: readonly FoundKey[]): Draft | null {
  const { returned, outcome } = row;
  if (returned === null || outcome === 'kept') return null;
  const answer = sideOfCall(returned, 'the answer', row);
  const sent = row.sent.find(({ source }) => source !== 'cookie');
  if (sent && (outcome === 'made' || outcome === 'known')) {
    return {
      kind: 'sent-unread',
      sides: [sideOfSent(sent, row), answer],
      sentence: `Your code sends ${maskKey(sent.key)} in ${whereSent(sent)}; the store answered with ${maskKey(returned)}.`,
    };
  }
  if (sent && outcome === 'other') {
    const isCustomer =
      row.through === null && ownerOf(returned) === 'customer' && ownerOf(sent.key) === 'guest';
    return {
      kind: isCustomer ? 'customer-instead' : 'sent-and-returned',
      sides: [sideOfSent(sent, row), answer],
      sentence: `${row.label} asked for ${maskKey(sent.key)} and got ${maskKey(returned)}.`,
    };
  }
  const [kept] = stored;
  if (!kept || row.sentNone !== true || ownerOf(returned) === 'customer') return null;
  if (stored.some(({ key }) => key === returned)) return null;
  return {
    kind: 'stored-not-sent',
    sides: [sideOfStored(kept), answer],
    sentence: `Your code stores ${maskKey(kept.key)}, but sends none: the store made ${maskKey(returned)}.`,
  };
}

/** The page keeps one key and works with another. */
export function storedAndSent(row: ChurnRow, stored: readonly FoundKey[]): Draft | null {
  const [kept] = stored;
  const sent = row.sent.find(({ source }) => source !== 'cookie');
  if (!kept || !sent || row.sent.some(({ key }) => stored.some((one) => one.key === key)))
    return null;
  return {
    kind: 'stored-and-sent',
    sides: [sideOfStored(kept), sideOfSent(sent, row)],
    sentence: `Your code stores ${maskKey(kept.key)}, but sends ${maskKey(sent.key)}.`,
  };
}

/** The front end’s cart and the shop’s own. */
export function storageAndSession(
  stored: readonly FoundKey[],
  resting: readonly FoundKey[],
): Draft | null {
  const cookies = resting.filter(({ rest }) => rest === 'session-cookie');
  const [cookie] = cookies;
  const [kept] = stored;
  if (!cookie || !kept || cookies.some(({ key }) => stored.some((one) => one.key === key)))
    return null;
  return {
    kind: 'storage-and-session-cookie',
    sides: [sideOfStored(kept), sideOfStored(cookie)],
    sentence: `The page keeps ${maskKey(kept.key)}, the session cookie ${maskKey(cookie.key)}.`,
  };
}

/** Two keys kept beside each other. */
export function twoStored([one, other]: readonly FoundKey[]): Draft | null {
  if (!one || !other) return null;
  return {
    kind: 'two-stored',
    sides: [sideOfStored(one), sideOfStored(other)],
    sentence: `The page keeps two keys: ${maskKey(one.key)} in ${placeOf(one)}, ${maskKey(other.key)} in ${placeOf(other)}.`,
  };
}

/** The shop’s session went along to an API that does not go by it. */
export function leak(row: ChurnRow, call: Call): Draft | null {
  const cookie = call.cookies.find(({ name }) => name.startsWith('wp_woocommerce_session_'));
  if (!cookie || row.returned === null || row.returned === cookie.key) return null;
  return {
    kind: 'shop-leaks-in',
    sides: [
      sideOfCall(cookie.key, `the cookie ${cookie.name}`, row),
      sideOfCall(row.returned, 'the answer', row),
    ],
    sentence: `${row.label} carried the shop’s session ${maskKey(cookie.key)} and was answered with ${maskKey(row.returned)}.`,
  };
}
