import type { ActReport } from '../action/act-report.ts';
import type { ActHost } from '../action/run-act.ts';
import { runAct } from '../action/run-act.ts';
import type { Outcome } from '../outcome.ts';
import { succeed } from '../outcome.ts';
import { asCustomer } from './credentials.ts';
import type { BringBackReport } from './sign-report.ts';
import type { BringBack } from './sign-request.ts';

/**
 * Makes carts what they were before a merge, one after the other, each as every act is carried out;
 * the customer's by name and password. Where one stops, the others are left alone.
 */
export async function bringBack(
  { acts }: BringBack,
  host: ActHost,
): Promise<Outcome<BringBackReport>> {
  const reports: ActReport[] = [];
  let earlier = 0;
  for (const act of acts) {
    const isCustomer = act.target.key === null;
    const report = await runAct(act, {
      ...host,
      send: (request) => host.send(isCustomer ? asCustomer(request) : request),
      note: (done) => host.note(earlier + done),
    });
    if (!report.ok && reports.length === 0) return report;
    reports.push(report.ok ? report.value : { ...notBegun(act), failure: report.failure });
    earlier += act.writes.length;
    if (!report.ok || report.value.failure || report.value.cancelled) break;
  }
  return succeed({ did: 'bring-back', reports });
}

function notBegun({ title, writes }: BringBack['acts'][number]) {
  return {
    ...{ title, planned: writes.length, done: 0, cancelled: false },
    ...{ unmet: null, undoId: null },
  };
}
