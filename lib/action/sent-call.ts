import type { ApiVersion } from '../cocart/reading.ts';
import { matchRoute } from '../cocart/routes.ts';
import { restUrl } from '../cocart/store-address.ts';
import { z } from '../zod.ts';
import type { WriteRequest } from './write-request.ts';
import type { WriteTarget } from './write-target.ts';

/** Methods that a call can be sent by. */
export const SENT_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** A call as it was heard or written by hand, without a key: it is sent as the cart of its target. */
export interface SentCall {
  readonly do: 'call';
  readonly api: ApiVersion;
  readonly method: (typeof SENT_METHODS)[number];
  /** Below the namespace of the API: `cart/add-item`. */
  readonly route: string;
  /** Names and values in their order; a name may stand more than once. */
  readonly query: readonly (readonly [name: string, value: string])[];
  /** To the letter; null where none is sent. */
  readonly body: string | null;
  /** Of the body; null where there is none, or nothing was said of it. */
  readonly contentType: string | null;
}

export const sentCallSchema = z.object({
  do: z.literal('call'),
  api: z.enum(['v1', 'v2']),
  method: z.enum(SENT_METHODS),
  route: z.string(),
  query: z.array(z.custom<SentCall['query'][number]>(isPair)),
  body: z.nullable(z.string()),
  contentType: z.nullable(z.string()),
});

/** By hand: a schema of tuples would be a kilobyte more for every page. */
function isPair(value: unknown): boolean {
  return (
    Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'string')
  );
}

/** Calls that take nothing away from a cart. */
const HARMLESS: ReadonlySet<string> = new Set([
  ...['add-item', 'add-items', 'restore-item', 'calculate', 'create-cart'],
]);

/** The call as it goes out. Products, the store and indexes are asked for without anybody's key or cookies. */
export function sentRequest({ store, key }: WriteTarget, call: SentCall): WriteRequest {
  const { api, method, route, body, contentType } = call;
  // What the table does not know may be about the cart: add-ons have routes of their own.
  const isCarts = matchRoute(api, method, route)?.cart ?? true;
  const url = new URL(restUrl(store, api, route, isCarts && key !== null ? { cart_key: key } : {}));
  for (const [name, value] of call.query) url.searchParams.append(name, value);
  const type = contentType === null ? [] : [{ name: 'Content-Type', value: contentType }];
  return {
    method,
    url: url.href,
    headers: [{ name: 'Accept', value: 'application/json' }, ...(body === null ? [] : type)],
    body,
    credentials: isCarts && key === null ? 'include' : 'omit',
    ...(method === 'GET' && mayChange(call) && { writes: true }),
  };
}

/** True for a call that may change the store; v1 restores a line by a GET. */
export function mayChange({ api, method, route }: SentCall): boolean {
  return method !== 'GET' || matchRoute(api, method, route)?.call === 'restore-item';
}

/** True for a call that may take something away from a cart, as far as its route tells. */
export function mayTakeAway(call: SentCall): boolean {
  const known = matchRoute(call.api, call.method, call.route)?.call ?? null;
  return mayChange(call) && (known === null || !HARMLESS.has(known));
}
