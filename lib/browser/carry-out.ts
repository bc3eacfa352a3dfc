import type { Permissions } from 'webextension-polyfill';
import { changesAnything } from '../action/act.ts';
import type { Failure, Outcome } from '../outcome.ts';
import { fail, failureFrom, succeed } from '../outcome.ts';
import {
  permissionsOf,
  type Wish,
  type WishResult,
  type WishState,
  type WishStatus,
} from '../wish.ts';
import { hasAccess, recordGrants } from './access.ts';
import { toAccess } from './ask-for-access.ts';
import { noAccess } from './no-access.ts';
import { performWish } from './perform-wish.ts';
import { noteState, readWish, readWishes } from './wishes.ts';

/**
 * Carries out the wish of a tab once, whoever asks and however often: the page that asked for access,
 * and the browser's word that it was given. A second asker hears how the first went.
 *
 * @param secret what belongs to the wish and is kept nowhere
 */
export function carryOut(tabId: number, id: string, secret?: string): Promise<Outcome<WishResult>> {
  return navigator.locks.request(`carry out ${tabId}`, async () => {
    const status = await readWish(tabId);
    if (!status || status.id !== id) return gone();
    const ended = resultOf(status.state);
    if (ended) return ended;
    // Nobody else is at it, for its lock is ours: the background was stopped under it.
    if (status.state.is === 'running') return interrupted(status);
    if (!(await mayCarryOut(status))) return noAccess(status.origins);
    await recordGrants(status);
    await noteState(status, { is: 'running' });
    const result = await performWish(status, secret).catch(
      (error: unknown): Outcome<never> => ({
        ok: false,
        failure: failureFrom(error, WHAT_BROKE[status.wish.kind] ?? 'This could not be done.'),
      }),
    );
    // Who pressed hears how it went, even where no other screen can be told.
    await noteState(status, stateOf(result)).catch(() => undefined);
    return result;
  });
}

/** Ends what was under way when the background was stopped; to be called when it starts. */
export async function endInterrupted(): Promise<void> {
  const wishes = await readWishes();
  await Promise.all(
    wishes.map(async ({ id, wish: { tabId } }) => {
      await navigator.locks.request(`carry out ${tabId}`, async () => {
        const status = await readWish(tabId);
        if (status?.id === id && status.state.is === 'running') await interrupted(status);
      });
    }),
  );
}

/**
 * Goes on with the wish whose question was answered by access that was just given. Of several for the
 * same access it is the one asked last, however far it is: an older one was refused under a popup that had
 * closed, or is asked again where its tab is looked at.
 */
export async function carryOutGranted(given: Permissions.Permissions): Promise<void> {
  const added = new Set(listed(given));
  const asked = (await readWishes())
    .filter(({ withheld }) => withheld !== 'not-asked')
    .filter(({ origins, wish }) =>
      listed(toAccess(origins, permissionsOf(wish))).some((one) => added.has(one)),
    )
    .sort((one, other) => one.askedAt - other.askedAt)
    .at(-1);
  if (asked?.state.is !== 'waiting' || asked.withheld) return;
  if (await mayCarryOut(asked)) await carryOut(asked.wish.tabId, asked.id);
}

function listed({ origins = [], permissions = [] }: Permissions.AnyPermissions): string[] {
  return [...origins, ...permissions];
}

/** Left as it is, it would look under way on every screen of its tab, which then lets nothing be pressed. */
async function interrupted(status: WishStatus): Promise<Outcome<never>> {
  const { done = 0 } = status.state.is === 'running' ? status.state : {};
  const { why, todo } = leftBy(status.wish, done);
  const failed = fail('The browser stopped the extension while this was under way.', why, todo);
  await noteState(status, stateOf(failed));
  return failed;
}

/** What a wish may have done before it was stopped, and what to do about it. */
function leftBy(wish: Wish, done: number): Pick<Failure, 'why' | 'todo'> {
  switch (wish.kind) {
    case 'act':
      return changesAnything(wish.act) ? writesLeft(done) : NOTHING_LEFT;
    case 'sign':
      if (wish.act) return writesLeft(done);
      return {
        why: 'The store may have taken it, and moved lines between the carts. It was not sent again.',
        todo: 'Refresh to see whose cart answers. The carts from before are among the snapshots as far as they were read.',
      };
    case 'load':
      return {
        why: 'The link may have been opened: the browser may have either cart, and its store may have emptied the other.',
        todo: 'Look at the page’s cart, then load the one that you want. Both are among the snapshots as far as they were read.',
      };
    case 'place-keys':
      return {
        why: 'Some of the places may hold what they were to hold, and the page may not have been loaded anew.',
        todo: 'Look at what the places hold now. Undo, where it is offered for this, puts each back to what it held before.',
      };
    default:
      return NOTHING_LEFT;
  }
}

const NOTHING_LEFT = { why: 'It only reads: nothing was changed by it.', todo: 'Ask again.' };

function writesLeft(done: number): Pick<Failure, 'why' | 'todo'> {
  return {
    why: `${done} of its writes were answered; one more may have been taken. It was not sent again.`,
    todo: 'Refresh to see what the cart holds, then undo it or do the rest.',
  };
}

/** What is said where something throws that nobody foresaw. */
const WHAT_BROKE: Partial<Record<WishStatus['wish']['kind'], string>> = {
  refresh: 'The cart could not be read.',
  look: 'The cart could not be looked for.',
  act: 'The act could not be carried out.',
  load: 'The cart could not be loaded.',
  'check-key': 'The key could not be checked.',
  'place-keys': 'The page’s keys could not be changed.',
  products: 'The products could not be read.',
  routes: 'The store’s routes could not be read.',
};

function mayCarryOut({ origins, wish }: WishStatus): Promise<boolean> {
  return hasAccess(origins, permissionsOf(wish));
}

/** Null while the wish waits, or was under way when the background was stopped. */
function resultOf(state: WishState): Outcome<WishResult> | null {
  switch (state.is) {
    case 'done':
      return succeed('done');
    case 'next':
      return succeed(state.step);
    case 'acted':
      return succeed(state.report);
    case 'checked':
    case 'loaded':
    case 'signed':
      return succeed(state);
    case 'failed':
      return { ok: false, failure: state.failure };
    case 'waiting':
    case 'running':
      return null;
  }
}

function stateOf(result: Outcome<WishResult>): WishState {
  if (!result.ok) return { is: 'failed', failure: result.failure };
  if (typeof result.value === 'string') return { is: 'done' };
  if ('is' in result.value) return result.value;
  return 'wish' in result.value
    ? { is: 'next', step: result.value }
    : { is: 'acted', report: result.value };
}

function gone(): Outcome<never> {
  return fail(
    'The request has expired.',
    'It was dismissed, replaced by another, or waited for too long.',
    'Ask again.',
  );
}
