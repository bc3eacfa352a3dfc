import type { FoundKey } from '../found-key.ts';
import type { ChurnRow, SentKey } from './churn-row.ts';

/** One of two sources that disagree. */
export interface ConflictSide {
  readonly key: string;
  /** `the query (cart_key)`, `localStorage (cart_key)`, `the answer`. */
  readonly where: string;
  /** The call in which it stood; null for what rests in the browser. */
  readonly callId: string | null;
  /** When it was seen, in ms since the epoch. */
  readonly at: number;
}

/** What a call sent. */
export function sideOfSent(sent: SentKey, row: ChurnRow): ConflictSide {
  return sideOfCall(sent.key, whereSent(sent), row);
}

/** What stood in a call, by words for where. */
export function sideOfCall(key: string, where: string, row: ChurnRow): ConflictSide {
  return { key, where, callId: row.callId, at: row.startedAt };
}

/** What rests in the browser. */
export function sideOfStored(found: FoundKey): ConflictSide {
  return { key: found.key, where: placeOf(found), callId: null, at: found.asOf };
}

/** `localStorage (cart_key)`, `the cookie cart_key`. */
export function placeOf({ rest, name }: FoundKey): string {
  return rest === 'cookie' || rest === 'session-cookie'
    ? `the cookie ${name}`
    : `${rest} (${name})`;
}

/** `the query (cart_key)`, `the header Cart-Key`. */
export function whereSent({ source, name }: SentKey): string {
  switch (source) {
    case 'query':
      return `the query (${name})`;
    case 'request-header':
      return `the header ${name}`;
    case 'request-body':
      return `the body (${name})`;
    default:
      return `the cookie ${name}`;
  }
}
