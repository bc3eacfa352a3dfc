import type { ActReport } from '../action/act.ts';
import { runAct } from '../action/run-act.ts';
import type { Outcome } from '../outcome.ts';
import { fail } from '../outcome.ts';
import { recipeOf } from '../snapshot/recipe-of.ts';
import type { Asker } from '../store-search/read-cart.ts';
import type { Wish, WishStatus } from '../wish.ts';
import { lockedFailure } from './locked-failure.ts';
import { readStoreLock } from './store-locks.ts';
import { sendRequest } from './transport.ts';
import { putUndo } from './undo-records.ts';
import { noteState, readWish } from './wishes.ts';

/**
 * Carries out an act on a store that is not locked. Acts on one store go one after the other, whatever
 * tab or panel they come from. A wish that is cancelled, dismissed or replaced under way stops between two writes.
 */
export async function performAct(
  { tabId, act }: Extract<Wish, { kind: 'act' }>,
  status: WishStatus,
  asker: Asker,
): Promise<Outcome<ActReport>> {
  const { target, title } = act;
  const { origin } = target.store;
  if ((await readStoreLock(origin)).is === 'locked') return lockedFailure(origin);
  if (target.key === null && !(await asker.sharesCookies())) return anotherJar();
  return navigator.locks.request(`write ${origin}`, () =>
    runAct(act, {
      send: sendRequest,
      keep: asker.keep,
      async keepUndo(before) {
        const id = crypto.randomUUID();
        await putUndo({ id, at: Date.now(), title, target, before: recipeOf(before) });
        return id;
      },
      note: (done) => noteState(status, { is: 'running', done }),
      async isCancelled() {
        const now = await readWish(tabId);
        return now?.id !== status.id || now.cancelled === true;
      },
    }),
  );
}

function anotherJar(): Outcome<never> {
  return fail(
    'The cart of a signed-in customer cannot be changed from here.',
    'This tab is in a private window or a container, whose cookies the browser keeps apart.',
    'Act on a guest’s cart by its key, or do it in a tab of the default container.',
  );
}
