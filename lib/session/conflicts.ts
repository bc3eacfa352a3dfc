import { maskKey, ownerOf } from '../cocart/cart-key.ts';
import type { FoundKey } from '../found-key.ts';
import type { Call } from '../log/call.ts';
import { CONFLICT_RULES, type ConflictKind } from './conflict-rules.ts';
import {
  type ConflictSide,
  placeOf,
  sideOfCall,
  sideOfSent,
  sideOfStored,
  whereSent,
} from './conflict-sides.ts';
import type { ChurnRow, KeyChurn } from './key-churn.ts';
import { inSpan } from './version-span.ts';

/** Two sources that disagree, side by side, with what follows from it. */
export interface Conflict {
  readonly kind: ConflictKind;
  readonly sides: readonly [ConflictSide, ConflictSide];
  /** Who says what, with masked keys. */
  readonly sentence: string;
  readonly follows: string;
  readonly remedy: string;
  readonly source: string;
}

export interface ConflictFacts {
  /** A lane's calls, oldest first. */
  readonly calls: readonly Call[];
  /** `readKeyChurn` of these calls. */
  readonly churn: KeyChurn;
  /** Keys found in the browser, with access. */
  readonly resting: readonly FoundKey[];
  readonly version: string | null;
}

/** Where sources disagree now: by the page's newest call about a cart, and by what rests in the browser. */
export function readConflicts({
  calls,
  churn: { rows },
  resting,
  version,
}: ConflictFacts): readonly Conflict[] {
  const last = rows.at(-1);
  // What a front end's own server sends to the store is not seen: only its answer counts.
  const newest = last?.through === null ? last : undefined;
  const call = newest && calls.find(({ id }) => id === newest.callId);
  const told = rows.findLast(({ returned }) => returned !== null);
  const stored = distinct(resting.filter(({ rest }) => rest !== 'session-cookie'));
  const found = [
    newest && call ? refused(newest, call) : null,
    newest ? queryAndHeader(newest) : null,
    told ? answered(told, stored) : null,
    last ? storedAndSent(last, stored) : null,
    storageAndSession(stored, resting),
    twoStored(stored),
    newest && call ? leak(newest, call) : null,
  ];
  return found.flatMap((draft) => (draft ? (explained(draft, version) ?? []) : []));
}

type Draft = Pick<Conflict, 'kind' | 'sides' | 'sentence'>;

function explained(draft: Draft, version: string | null): Conflict | null {
  const rules = CONFLICT_RULES.filter(({ kind }) => kind === draft.kind);
  const known = version !== null && inSpan(version, {});
  if (known) {
    const rule = rules.find(({ span }) => inSpan(version, span));
    return rule ? { ...draft, ...textsOf([rule]) } : null;
  }
  // Without a version a row for all holds; where there is none, each is said with its versions.
  const general = rules.find(({ span }) => span.from === undefined && span.before === undefined);
  return { ...draft, ...textsOf(general ? [general] : rules) };
}

function textsOf(rules: readonly (typeof CONFLICT_RULES)[number][]) {
  const [first] = rules;
  if (first && rules.length === 1) {
    return { follows: first.follows, remedy: first.remedy, source: first.source };
  }
  const follows = rules.map(
    ({ span, follows: text }) => `${spanText(span.from, span.before)}: ${text}`,
  );
  return {
    follows: `It depends on CoCart’s version, which no answer has told. ${follows.join(' ')}`,
    remedy: rules.at(-1)?.remedy ?? '',
    source: rules.map(({ source }) => source).join('; '),
  };
}

function spanText(from: string | undefined, before: string | undefined): string {
  if (from === undefined) return `Before ${before}`;
  return before === undefined ? `From ${from} on` : `From ${from} to before ${before}`;
}

/** 403 to a user id, as a guest's or beside the customer's own sign-in. */
function refused(row: ChurnRow, call: Call): Draft | null {
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

function queryAndHeader(row: ChurnRow): Draft | null {
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
function answered(row: ChurnRow, stored: readonly FoundKey[]): Draft | null {
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

function storedAndSent(row: ChurnRow, stored: readonly FoundKey[]): Draft | null {
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

function storageAndSession(
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

function twoStored([one, other]: readonly FoundKey[]): Draft | null {
  if (!one || !other) return null;
  return {
    kind: 'two-stored',
    sides: [sideOfStored(one), sideOfStored(other)],
    sentence: `The page keeps two keys: ${maskKey(one.key)} in ${placeOf(one)}, ${maskKey(other.key)} in ${placeOf(other)}.`,
  };
}

function leak(row: ChurnRow, call: Call): Draft | null {
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

/** One entry a key: the same key in two places is no conflict. */
function distinct(found: readonly FoundKey[]): readonly FoundKey[] {
  const keys = new Map<string, FoundKey>();
  for (const one of found) if (!keys.has(one.key)) keys.set(one.key, one);
  return [...keys.values()];
}
