import { type Act, type ActReport, actSchema, changesAnything } from '../action/act.ts';
import { runAct } from '../action/run-act.ts';
import type { UndoRecord } from '../action/undo-record.ts';
import type { Outcome } from '../outcome.ts';
import { fail, succeed } from '../outcome.ts';
import type { KeptSession } from '../site-data.ts';
import type { Asker } from '../store-search/read-cart.ts';
import type { Wish, WishStatus } from '../wish.ts';
import { forgetBefore, keepBefore } from './keep-before.ts';
import { keepIfPossible } from './keep-if-possible.ts';
import { lockedFailure } from './locked-failure.ts';
import { readStoreLock } from './store-locks.ts';
import { putSessionBack, readSessionInPlaceOf } from './store-session.ts';
import { sendRequest } from './transport.ts';
import { readUndo } from './undo-records.ts';
import { isUnwanted, noteProgress, waitUntil } from './wait-until.ts';

/**
 * Carries out an act on a store that is not locked. Acts on one store go one after the other, whatever
 * tab or panel they come from. A wish that is cancelled, dismissed or replaced under way stops between two writes.
 */
export async function performAct(
  { act: carried }: Extract<Wish, { kind: 'act' }>,
  status: WishStatus,
  asker: Asker,
): Promise<Outcome<ActReport>> {
  const act = actSchema.parse(carried);
  const { target } = act;
  const { origin } = target.store;
  if (target.key === null && !(await asker.sharesCookies())) return anotherJar();
  return navigator.locks.request(`write ${origin}`, async () => {
    // It may have been locked while another act was waited for.
    if (changesAnything(act) && (await readStoreLock(origin)).is === 'locked') {
      return lockedFailure(origin);
    }
    // Now: what is kept before the act may push it out.
    const former = await sessionOf(act);
    let kept: UndoRecord | null = null;
    const outcome = await runAct(act, {
      send: (request) => sendRequest(request, asker.keep),
      keep: keepIfPossible(asker.keep),
      async keepUndo(before) {
        // The session that gives way to another is part of the way back.
        const session = former && (await readSessionInPlaceOf(former, status.wish.tabId));
        const record = await keepBefore(act, before, session);
        if (record.ok) kept = record.value;
        return record;
      },
      note: (done) => noteProgress(status, { done }),
      waitUntil: (until, done) => waitUntil(status, until, done),
      isCancelled: () => isUnwanted(status),
    });
    if (!outcome.ok) return outcome;
    if (kept !== null && outcome.value.undoId === null) await forgetBefore(kept);
    return succeed(await withSession(act, former, outcome.value));
  });
}

/** Gives the browser the session of the cart back that was brought back, once all of it is there. */
async function withSession(
  act: Act,
  former: KeptSession | null,
  report: ActReport,
): Promise<ActReport> {
  if (act.session === undefined || report.done < report.planned) return report;
  const isBack = former !== null && (await isPutBack(former));
  if (isBack) return report;
  const unmet = former
    ? 'the browser did not take its session cookie back, and still shows the other cart'
    : 'the session cookie from then was forgotten, and the browser still shows the other cart';
  return { ...report, unmet: [...(report.unmet ?? []), unmet] };
}

/** The session that an act gives the browser back; null where it gives none, or it was forgotten. */
async function sessionOf({ session }: Act): Promise<KeptSession | null> {
  return session === undefined ? null : ((await readUndo(session))?.session ?? null);
}

function isPutBack(session: KeptSession): Promise<boolean> {
  return putSessionBack(session).then(
    () => true,
    () => false,
  );
}

function anotherJar(): Outcome<never> {
  return fail(
    'The cart of a signed-in customer cannot be changed from here.',
    'This tab is in a private window or a container, whose cookies the browser keeps apart.',
    'Act on a guest’s cart by its key, or do it in a tab of the default container.',
  );
}
