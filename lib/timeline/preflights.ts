import type { Capture } from '../capture.ts';
import { readExchange } from '../cocart/read-exchange.ts';
import { type Call, compareCalls } from '../log/call.ts';
import type { CartLog } from '../log/cart-log.ts';
import { readCall } from '../log/read-call.ts';
import { someNames } from '../some-names.ts';
import { type Preflight, readPreflight } from './read-preflight.ts';

/**
 * How far apart a preflight and its call may say that they began, in ms. Browsers tell the call first,
 * Chromium from before it waited for a connection; proxies tell it when it came.
 */
const CALL_BEFORE_MS = 10_000;
const CALL_AFTER_MS = 1_000;

/** Calls on each side of a preflight that are looked at. */
const MOST_NEAR = 50;

/** Preflights beside the calls that they were asked for, and the calls that were never sent because of one. */
export interface Preflights {
  /**
   * Takes the calls that the log shows, oldest first. Gives them with those that nobody heard of because
   * they were never sent, and the set of all that were not.
   */
  update(calls: readonly Call[]): {
    readonly calls: readonly Call[];
    readonly unsent: ReadonlySet<Call>;
  };
  of(call: Call): Preflight | null;
  /** Why the browser did not send a call, in words; null where no preflight refused it. */
  refusalOf(call: Call): string | null;
}

export function createPreflights(log: Pick<CartLog, 'preflights' | 'captureOf'>): Preflights {
  const read = new WeakMap<Capture, Preflight>();
  const unheard = new WeakMap<Capture, Call | null>();
  let pairs = new Map<Call, Preflight>();

  function preflightOf(capture: Capture): Preflight {
    const preflight = read.get(capture) ?? readPreflight(capture.exchange);
    read.set(capture, preflight);
    return preflight;
  }

  function fits(call: Call, { exchange, method, refusals }: Preflight): boolean {
    // A call that was answered was not refused, and one that follows its like may need no preflight.
    if (pairs.has(call) || (refusals.length > 0 && call.status !== 0)) return false;
    const request = log.captureOf(call.id)?.exchange.request;
    return request?.url === exchange.request.url && request.method === method;
  }

  /** The nearest call, for a page may call the same over and over. */
  function callOf(preflight: Preflight, calls: readonly Call[]): Call | null {
    const { startedAt } = preflight.exchange;
    const place = placeOf(calls, startedAt);
    const near = calls.slice(Math.max(0, place - MOST_NEAR), place + MOST_NEAR);
    const distance = (call: Call) => Math.abs(call.startedAt - startedAt);
    return near
      .filter(
        (call) =>
          call.startedAt >= startedAt - CALL_BEFORE_MS &&
          call.startedAt <= startedAt + CALL_AFTER_MS &&
          fits(call, preflight),
      )
      .reduce<Call | null>(
        (best, call) => (best && distance(best) <= distance(call) ? best : call),
        null,
      );
  }

  function neverHeard(capture: Capture, { refusals }: Preflight): Call | null {
    if (refusals.length === 0) return null;
    const known = unheard.get(capture);
    if (known !== undefined) return known;
    const call = readUnsent(capture);
    unheard.set(capture, call);
    return call;
  }

  return {
    update(calls) {
      pairs = new Map();
      const added: Call[] = [];
      const unsent = new Set<Call>();
      for (const capture of log.preflights()) {
        const preflight = preflightOf(capture);
        const heard = callOf(preflight, calls);
        const call = heard ?? neverHeard(capture, preflight);
        if (!call) continue;
        pairs.set(call, preflight);
        if (!heard) added.push(call);
        if (preflight.refusals.length > 0) unsent.add(call);
      }
      const all = added.length === 0 ? calls : [...calls, ...added].sort(compareCalls);
      return { calls: all, unsent };
    },
    of: (call) => pairs.get(call) ?? null,
    refusalOf(call) {
      const refusals = pairs.get(call)?.refusals ?? [];
      return refusals.length === 0 ? null : `refused by its preflight: ${someNames(refusals)}`;
    },
  };
}

/** The call as it would have been; it goes by the id of its preflight. */
function readUnsent(capture: Capture): Call | null {
  const { exchange } = capture;
  const { method } = readPreflight(exchange);
  const meant = {
    ...exchange,
    durationMs: null,
    request: { ...exchange.request, method },
    response: { ...exchange.response, status: 0, headers: [] },
  };
  return readCall({ ...capture, exchange: meant }, readExchange(meant));
}

function placeOf(calls: readonly Call[], startedAt: number): number {
  let low = 0;
  let high = calls.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((calls[middle]?.startedAt ?? 0) <= startedAt) low = middle + 1;
    else high = middle;
  }
  return low;
}
