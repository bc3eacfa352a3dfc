import type { PlannedAct } from '../action/act.ts';
import { type Loss, sayLosses } from '../action/losses.ts';
import { OVERRIDDEN, whyNeverSent } from '../action/never-sent.ts';
import { mayTakeAway, SENT_METHODS, type SentCall } from '../action/sent-call.ts';
import type { WriteTarget } from '../action/write-target.ts';
import { KEY_PARAMETERS } from '../cocart/key-places.ts';
import { matchRoute } from '../cocart/routes.ts';
import { readRestAddress } from '../cocart/store-address.ts';
import { counted } from '../counted.ts';
import type { Exchange } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';
import { HIDDEN, hideCredentials } from '../http/hide-credentials.ts';
import { type Call, storeIdOf } from '../log/call.ts';
import { shortRoute } from '../log/short-route.ts';
import { fail, type Outcome, succeed } from '../outcome.ts';

/** Calls that are sent again in one go. */
export const MOST_RESENT = 200;

/** Characters of all their bodies: a planned act lies in the session storage until it is carried out. */
const MOST_BODIES = 500_000;

const GONE = {
  unavailable: 'the browser did not hand out what it sent',
  binary: 'what it sent is not text',
  'too-large': 'what it sent is too large to be kept',
  dropped: 'what it sent gave way to newer calls',
  redirect: 'what it sent is not known',
  unheard: 'it was heard in passing, without what it sent',
} as const;

/** A call as it can be sent again, as any cart; fails, with the reason, where it cannot be. */
export function sentCallOf(exchange: Exchange): Outcome<SentCall> {
  const call = readSent(exchange);
  if (typeof call !== 'string') return succeed(call);
  const why = `${call.charAt(0).toUpperCase()}${call.slice(1)}.`;
  return fail('This call cannot be sent again.', why, 'Choose another call.');
}

/** The call, or why it is never sent again. */
function readSent(exchange: Exchange): SentCall | string {
  const { request } = hideCredentials(exchange);
  const address = readRestAddress(request.url);
  if (!address) return 'it went to a front end’s own server';
  const { api, route: path } = address;
  const method = SENT_METHODS.find((one) => one === request.method);
  if (!method) return `${request.method} is no method of CoCart’s`;
  const known = matchRoute(api, method, path);
  if (headerValue(request.headers, 'x-http-method-override')) return OVERRIDDEN;
  const { body } = request;
  if (body.text === null && body.missing !== 'none') return GONE[body.missing];
  if ((request.url + (body.text ?? '')).includes(HIDDEN) || isHidden(request.url)) {
    return 'it carries a password or a token, which is not sent again';
  }
  // The cart of the path is that of the key: `get-cart/KEY` of v1.
  const route = known?.pathKey ? path.replace(/\/[^/]+$/, '') : path;
  const call: SentCall = {
    ...{ do: 'call', api, method, route, body: body.text },
    query: queryOf(request.url),
    contentType: body.text === null ? null : headerValue(request.headers, 'content-type'),
  };
  return whyNeverSent({ ...call, route: path }) ?? call;
}

/** In an address the stand-in may be spelled in percents. */
function isHidden(url: string): boolean {
  return url.includes(encodeURIComponent(HIDDEN));
}

/** What the address asks for beside the cart: its key comes anew, and plain permalinks name the route. */
function queryOf(url: string): [string, string][] {
  return [...new URL(url).searchParams].filter(
    ([name]) => name !== 'rest_route' && !KEY_PARAMETERS.includes(name),
  );
}

/** Method and route, as the Timeline names a call. */
export function sentLabel({ method, route }: SentCall): string {
  return `${method} ${shortRoute(route)}`;
}

/** Calls to be put before a person, as one act in one cart. */
export function planSend(
  target: WriteTarget,
  calls: readonly SentCall[],
  leftOut: readonly string[] = [],
): PlannedAct {
  const [first] = calls;
  const title = calls.length === 1 && first ? `Send ${sentLabel(first)}` : manyTitle(calls.length);
  return {
    act: { target, writes: calls, title, destroys: calls.some(mayTakeAway) },
    losses: [],
    ...(leftOut.length > 0 && { leftOut }),
  };
}

function manyTitle(count: number): string {
  return `Send ${counted(count, 'call')} again`;
}

/** A call of the log with its exchange; null where that gave way to newer ones. */
export interface HeardCall extends Pick<Call, 'label' | 'address'> {
  readonly exchange: Exchange | null;
}

/**
 * A range of calls, in their order, as one act; what cannot be sent is left out, with the reason. Fails
 * where nothing is left, or too much.
 */
export function planSendAgain(
  target: WriteTarget,
  heard: readonly HeardCall[],
): Outcome<PlannedAct> {
  const calls: SentCall[] = [];
  const left: Loss[] = [];
  for (const { label, address, exchange } of heard) {
    const isOther = storeIdOf(address) !== storeIdOf(target.store);
    const call = isOther
      ? 'it went to another store'
      : exchange
        ? readSent(exchange)
        : GONE.dropped;
    if (typeof call !== 'string') calls.push(call);
    else left.push({ what: label, why: call });
  }
  const leftOut = sayLosses(left);
  const length = calls.reduce((sum, { body }) => sum + (body?.length ?? 0), 0);
  if (calls.length === 0) {
    return fail('None of these calls can be sent again.', leftOut.join(' '), 'Choose others.');
  }
  if (calls.length > MOST_RESENT || length > MOST_BODIES) {
    return fail(
      'These are too many calls to send in one go.',
      `At most ${MOST_RESENT} calls with ${MOST_BODIES / 1000} kB of bodies go.`,
      'Choose fewer, and send the rest after them.',
    );
  }
  return succeed(planSend(target, calls, leftOut));
}
