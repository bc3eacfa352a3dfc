import { restUrl } from '../cocart/store-address.ts';
import type { Header } from '../http/exchange.ts';
import type { Outcome } from '../outcome.ts';
import { fail, succeed } from '../outcome.ts';
import type { CartWrite } from './cart-write.ts';
import { whyNeverSent } from './never-sent.ts';
import { type SentCall, sentRequest } from './sent-call.ts';
import { v1Call } from './v1-calls.ts';
import { v2Call } from './v2-calls.ts';
import type { WriteTarget } from './write-target.ts';

/** A write as it goes out, to the letter: what is shown before is what is sent. */
export interface WriteRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: readonly Header[];
  /** JSON text; null where the call has no body. */
  readonly body: string | null;
  readonly credentials: 'omit' | 'include';
  /** Set for a GET that writes all the same: v1 restores a line by one. */
  readonly writes?: true;
}

/** A write that each API version spells in its own way. */
export type SpelledWrite = Exclude<CartWrite, SentCall>;

/** How one API version spells a write: method, route, and what goes into query and body. */
export interface WriteCall {
  readonly method: WriteRequest['method'];
  readonly route: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** The request that carries out a write on this cart; fails where this API or this store has no such call. */
export function writeRequest(target: WriteTarget, write: CartWrite): Outcome<WriteRequest> {
  if (write.do === 'call') {
    const why = whyNeverSent(write);
    return why === null
      ? succeed(sentRequest(target, write))
      : fail('This call is never sent from here.', `${why}.`, 'Change it, or choose another.');
  }
  const call = target.api === 'v1' ? v1Call(target, write) : v2Call(target, write);
  if (call === null) return noSuchCall(target, write);
  const { store, api, key } = target;
  const query = key === null ? {} : { cart_key: key };
  const json: Header[] = call.body
    ? [{ name: 'Content-Type', value: 'application/json; charset=utf-8' }]
    : [];
  return succeed({
    method: call.method,
    url: restUrl(store, api, call.route, { ...query, ...call.query }),
    headers: [{ name: 'Accept', value: 'application/json' }, ...json],
    body: call.body ? JSON.stringify(call.body) : null,
    credentials: key === null ? 'include' : 'omit',
    ...(call.method === 'GET' && { writes: true }),
  });
}

function noSuchCall({ api, store }: WriteTarget, write: CartWrite): Outcome<never> {
  return fail(
    `${store.origin} has no call for this in its API ${api}.`,
    `CoCart’s own routes of ${api} know no “${write.do}”${ADD_ON.has(write.do) ? '; add-ons of CoCart bring it (CoCart Pro, CoCart Plus), and this store’s list of routes names none' : ''}.`,
    api === 'v1' ? 'Use the API v2 of this store.' : 'Install the add-on, or do it in the shop.',
  );
}

const ADD_ON: ReadonlySet<string> = new Set([
  'apply-coupon',
  'remove-coupon',
  'choose-rate',
  'add-fee',
  'remove-fees',
]);
