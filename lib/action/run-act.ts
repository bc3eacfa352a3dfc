import type { Cart } from '../cart/cart.ts';
import { compareCarts } from '../cart/compare-carts.ts';
import { readExchange } from '../cocart/read-exchange.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Failure, Outcome } from '../outcome.ts';
import { succeed } from '../outcome.ts';
import { type Act, type ActReport, changesAnything } from './act.ts';
import { brokenPromises } from './broken-promises.ts';
import { differsFromGoal, promisedWrites } from './check-goal.ts';
import { checkStart } from './check-start.ts';
import { checkWrites } from './expectation.ts';
import { readCartNow } from './read-cart-now.ts';
import { isRateLimited, refusalOf } from './refusal.ts';
import { LONGEST_WAIT_MS, retryAfterMs } from './retry-after.ts';
import type { UndoRecord } from './undo-record.ts';
import { type WriteRequest, writeRequest } from './write-request.ts';

/** What carrying out an act needs of the browser. */
export interface ActHost {
  /** Sends a request as it stands; fails when no answer arrived. */
  send(request: WriteRequest): Promise<Outcome<Exchange>>;
  /** Keeps an exchange with the store like every other capture. */
  keep(exchange: Exchange): Promise<void>;
  /**
   * Keeps the cart from before, so that it can be brought back. Where it cannot be kept nothing is
   * written.
   */
  keepUndo(before: Cart, act: Act): Promise<Outcome<Pick<UndoRecord, 'id'>>>;
  /** Tells how many writes are done. */
  note(done: number): Promise<void>;
  /** Waits because the store asked for it, until then (ms since the epoch) or until it is cancelled. */
  waitUntil(until: number, done: number): Promise<void>;
  /** True once the person wants no further write. */
  isCancelled(): Promise<boolean>;
}

/**
 * Carries out an act: reads the cart, keeps it for undo, sends the writes one after the other, and
 * reads the cart back. Nothing is written where the cart cannot be read before. After a refusal
 * nothing more is written, and the report says how far it came.
 */
export async function runAct(act: Act, host: ActHost): Promise<Outcome<ActReport>> {
  const { target, writes, title } = act;
  const requests: WriteRequest[] = [];
  for (const write of writes) {
    const request = writeRequest(target, write);
    if (!request.ok) return request;
    requests.push(request.value);
  }
  if (!changesAnything(act)) {
    const { done, failure, cancelled } = await sendAll(act, requests, host);
    const read = { title, done, planned: writes.length, failure, cancelled };
    return succeed({ ...read, unmet: [], undoId: null, only: 'read' });
  }
  const before = await readCartNow(target, host);
  if (!before.ok) return before;
  const start = checkStart(act, before.value.cart);
  if (!start.ok) return start;
  const undo = await host.keepUndo(before.value.cart, act);
  if (!undo.ok) return undo;
  const { done, failure, cancelled, promised, mayBeTaken } = await sendAll(act, requests, host);
  // A write without an answer may have been taken all the same.
  const stored = done > 0 || failure ? await readCartNow(target, host) : before;
  // Where nothing was taken there is nothing to undo. A store that is late may still take what the cart,
  // read back at once, does not show.
  const isUntouched =
    done === 0 &&
    !mayBeTaken &&
    stored.ok &&
    compareCarts(before.value.cart, stored.value.cart).empty;
  // A session that the browser gets back is given once all is done: where it is, that can be undone.
  const isLeft = isUntouched && (act.session === undefined || done < writes.length);
  const report = {
    ...{ title, done, planned: writes.length, failure, cancelled },
    undoId: isLeft ? null : undo.value.id,
  };
  if (!stored.ok) return succeed({ ...report, unmet: null });
  const taken = promisedWrites(act).slice(0, done);
  const held = checkWrites(taken, before.value.cart, stored.value.cart);
  const broken = promised ? brokenPromises(promised, stored.value.cart) : [];
  const goal = done === writes.length ? differsFromGoal(act, stored.value.cart) : null;
  const unmet = [...held.unmet, ...broken, ...(goal?.missed ?? [])];
  const unchecked = [...held.unchecked, ...(goal?.unchecked ?? [])];
  const differs = goal?.foreseen ?? [];
  const isMissed = unmet.length > 0;
  return succeed({
    ...report,
    unmet: [...unmet, ...(isMissed ? differs : [])],
    ...(unchecked.length > 0 && { unchecked }),
    ...(!isMissed && differs.length > 0 && { differs }),
  });
}

/** How far the requests of an act came. */
interface Sent extends Pick<ActReport, 'done' | 'failure' | 'cancelled'> {
  /** The cart of the last answer; null where it told none. */
  readonly promised: Cart | null;
  /** True where the last write failed in a way that does not say whether the store took it. */
  readonly mayBeTaken: boolean;
}

/** One after the other, until one is refused or the person wants no more. */
async function sendAll(
  { target }: Act,
  requests: readonly WriteRequest[],
  host: Pick<ActHost, 'send' | 'keep' | 'note' | 'waitUntil' | 'isCancelled'>,
): Promise<Sent> {
  let done = 0;
  let failure: Failure | null = null;
  let cancelled = false;
  let promised: Cart | null = null;
  let mayBeTaken = false;
  for (const request of requests) {
    cancelled = await host.isCancelled();
    if (cancelled) break;
    const answer = await sendInTime(request, done, host);
    if (answer === 'cancelled') {
      cancelled = true;
      break;
    }
    if (!answer.ok) {
      failure = answer.failure;
      mayBeTaken = true;
      break;
    }
    const reading = readExchange(answer.value);
    failure = refusalOf(reading, answer.value.response.headers, target);
    if (failure) {
      mayBeTaken = !isRefusal(reading.status);
      break;
    }
    done += 1;
    promised = reading.kind === 'cart' ? reading.cart : null;
    await host.note(done);
  }
  return { done, failure, cancelled, promised, mayBeTaken };
}

/** True where the status says that a request was not carried out; 408 is a proxy's that gave up waiting. */
function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408;
}

/**
 * Sends one request, once more after as long as a store that takes no more for now asked to wait. A
 * store that asks for longer, or asks a second time, is told of instead.
 */
async function sendInTime(
  request: WriteRequest,
  done: number,
  host: Pick<ActHost, 'send' | 'keep' | 'waitUntil' | 'isCancelled'>,
): Promise<Outcome<Exchange> | 'cancelled'> {
  const answer = await host.send(request);
  if (!answer.ok) return answer;
  await host.keep(answer.value);
  const wait = retryAfterMs(answer.value.response.headers, Date.now());
  const isLimited = isRateLimited(readExchange(answer.value));
  if (!isLimited || wait === null || wait > LONGEST_WAIT_MS) return answer;
  await host.waitUntil(Date.now() + wait, done);
  if (await host.isCancelled()) return 'cancelled';
  const again = await host.send(request);
  if (again.ok) await host.keep(again.value);
  return again;
}
