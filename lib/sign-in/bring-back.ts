import type { Act, PlannedAct } from '../action/act.ts';
import type { ActReport } from '../action/act-report.ts';
import type { ActHost } from '../action/run-act.ts';
import { runAct } from '../action/run-act.ts';
import type { UndoRecord } from '../action/undo-record.ts';
import type { Cart } from '../cart/cart.ts';
import { readExchange } from '../cocart/read-exchange.ts';
import type { Outcome } from '../outcome.ts';
import { succeed } from '../outcome.ts';
import { asCustomer } from './credentials.ts';
import type { SignHost } from './sign-host.ts';
import type { BringBackReport } from './sign-report.ts';
import type { BringBack } from './sign-request.ts';

/** What bringing carts back needs of the browser. */
export interface BackHost extends ActHost, Pick<SignHost, 'planBack'> {
  keepUndo(before: Cart, act: Act): Promise<Outcome<UndoRecord>>;
}

/**
 * Makes carts what they were before a merge, one after the other, each as every act is carried out;
 * the customer's by name and password. Where one stops, the others are left alone. The report has the
 * way to what the carts were before this, for it may have come half way only.
 */
export async function bringBack(
  { acts }: BringBack,
  host: BackHost,
): Promise<Outcome<BringBackReport>> {
  const reports: ActReport[] = [];
  const back: PlannedAct[] = [];
  let earlier = 0;
  for (const act of acts) {
    const { report, record, now } = await bringOneBack(act, earlier, host);
    if (!report.ok && reports.length === 0) return report;
    reports.push(report.ok ? report.value : { ...notBegun(act), failure: report.failure });
    if (!report.ok) break;
    const { unmet, undoId, failure, cancelled } = report.value;
    earlier += act.writes.length;
    // What was not read back may hold anything: no way is known from there.
    if (record && now && undoId !== null && unmet !== null) {
      back.push(await host.planBack(record, now));
    }
    if (failure || cancelled) break;
  }
  return succeed({ did: 'bring-back', reports, back });
}

interface BroughtBack {
  readonly report: Outcome<ActReport>;
  /** The cart from before; null where it was not kept. */
  readonly record: UndoRecord | null;
  /** The cart as it was last told. */
  readonly now: Cart | null;
}

/** @param earlier writes to the carts before this one */
async function bringOneBack(act: Act, earlier: number, host: BackHost): Promise<BroughtBack> {
  const isCustomer = act.target.key === null;
  const seen: { record: UndoRecord | null; now: Cart | null } = { record: null, now: null };
  const report = await runAct(act, {
    ...host,
    send: (request) => host.send(isCustomer ? asCustomer(request) : request),
    async keep(exchange) {
      const { kind, cart } = readExchange(exchange);
      if (kind === 'cart') seen.now = cart;
      await host.keep(exchange);
    },
    async keepUndo(before) {
      const kept = await host.keepUndo(before, act);
      if (kept.ok) seen.record = kept.value;
      return kept;
    },
    note: (done) => host.note(earlier + done),
    waitUntil: (until, done) => host.waitUntil(until, earlier + done),
  });
  return { report, ...seen };
}

function notBegun({ title, writes }: Act) {
  return {
    ...{ title, planned: writes.length, done: 0, cancelled: false },
    ...{ unmet: null, undoId: null },
  };
}
