import type { Act } from '../action/act.ts';
import type { UndoRecord } from '../action/undo-record.ts';
import type { WriteTarget } from '../action/write-target.ts';
import type { Cart } from '../cart/cart.ts';
import type { Failure, Outcome } from '../outcome.ts';
import { fail, failureFrom, succeed } from '../outcome.ts';
import { bringBack } from '../sign-in/bring-back.ts';
import { type Credentials, withoutPassword } from '../sign-in/credentials.ts';
import { runSignIn } from '../sign-in/run-sign-in.ts';
import { runSignOut } from '../sign-in/run-sign-out.ts';
import type { SignHost } from '../sign-in/sign-host.ts';
import type { SignReport } from '../sign-in/sign-report.ts';
import { needsPassword, type SignRequest } from '../sign-in/sign-request.ts';
import type { SignOrder } from '../sign-message.ts';
import type { Asker } from '../store-search/read-cart.ts';
import type { WishStatus } from '../wish.ts';
import { hasAccess } from './access.ts';
import { keepBefore, recordBefore } from './keep-before.ts';
import { keepIfPossible } from './keep-if-possible.ts';
import { lockedFailure } from './locked-failure.ts';
import { noAccess } from './no-access.ts';
import { askerOf, isCustomerHere, notSignedIn, pageOf } from './perform-wish.ts';
import { planUndoOfHeard } from './plan-undo.ts';
import { sendAs } from './send-as.ts';
import { readStoreLock } from './store-locks.ts';
import { readStoreSession } from './store-session.ts';
import { isUnwanted, noteProgress, waitUntil } from './wait-until.ts';
import { noteState, putWish } from './wishes.ts';

/**
 * Signs a customer in or out. The credentials are an argument and nothing else: the wish that screens
 * follow, what is captured and what is kept for the way back are all without them.
 */
export async function performSign(order: SignOrder): Promise<Outcome<null>> {
  const { tabId, request, credentials } = order;
  const { origin } = request.store;
  if (needsPassword(request) && !credentials) return noPassword();
  if (!(await hasAccess([origin]))) return noAccess([origin]);
  if ((await readStoreLock(origin)).is === 'locked') return lockedFailure(origin);
  const status: WishStatus = {
    ...{ id: crypto.randomUUID(), origins: [origin], reason: '' },
    wish: { kind: 'sign', tabId, act: progressOf(request) },
    ...{ askedAt: Date.now(), state: { is: 'running' } },
  };
  return navigator.locks.request(`carry out ${tabId}`, async () => {
    await putWish(status);
    const asker = askerOf(tabId, await pageOf(tabId));
    const report = await navigator.locks.request(`write ${origin}`, async () => {
      // It may have been locked while an act was waited for.
      if ((await readStoreLock(origin)).is === 'locked') return lockedFailure(origin);
      return carryOutSign(order, status, asker).catch(
        (error: unknown): Outcome<never> => ({
          ok: false,
          failure: failureFrom(error, WHAT_BROKE[request.does]),
        }),
      );
    });
    await noteState(
      status,
      report.ok
        ? { is: 'signed', told: report.value }
        : { is: 'failed', failure: cleaned(report.failure, credentials) },
    );
    return succeed(null);
  });
}

/** What is said where something throws that nobody foresaw. */
const WHAT_BROKE: Readonly<Record<SignRequest['does'], string>> = {
  'sign-in': 'The sign-in could not be carried out.',
  'sign-out': 'The sign-out could not be carried out.',
  'bring-back': 'The carts could not be brought back.',
};

async function carryOutSign(
  { tabId, request, credentials }: SignOrder,
  status: WishStatus,
  asker: Asker,
): Promise<Outcome<SignReport>> {
  const host = signHost(tabId, request, credentials, asker);
  switch (request.does) {
    case 'sign-in':
      return runSignIn(request, host);
    case 'sign-out': {
      const { store, api, by } = request;
      if (by === 'cookies' && !(await isCustomerHere(tabId, store, api))) return notSignedIn(store);
      if (by === 'cookies' && !(await asker.sharesCookies())) return anotherJar();
      return runSignOut(request, host);
    }
    case 'bring-back':
      return bringBack(request, {
        ...host,
        // What the carts became since the merge is lost by this: it is kept like every other.
        keepUndo: (before, act) => keepWithWayBack(act, before),
        note: (done) => noteProgress(status, { done }),
        waitUntil: (until, done) => waitUntil(status, until, done),
        isCancelled: () => isUnwanted(status),
      });
  }
}

/** All writes that bring carts back, as one act to follow; none for a sign-in, whose steps are few. */
function progressOf(request: SignRequest): Act | undefined {
  const [first] = request.does === 'bring-back' ? request.acts : [];
  if (!first || request.does !== 'bring-back') return undefined;
  const writes = request.acts.flatMap((act) => act.writes);
  return { ...first, writes, title: 'Bring the carts back' };
}

function signHost(
  tabId: number,
  request: SignRequest,
  credentials: Credentials | null,
  asker: Asker,
): SignHost {
  return {
    send: sendAs(credentials, request.store.origin, asker.keep),
    keep: keepIfPossible(asker.keep),
    keepBefore: (target, before) =>
      keepWithWayBack({ target, title: titleOf(request, target), destroys: true }, before),
    planBack: planUndoOfHeard,
    readSession: () => readStoreSession(tabId, request),
  };
}

/** A customer's is not offered for undo by cookies: the browser may be signed in as another one, or as none. */
function keepWithWayBack(
  act: Pick<Act, 'target' | 'title' | 'destroys'>,
  before: Cart,
): Promise<Outcome<UndoRecord>> {
  return act.target.key === null ? recordBefore(act, before) : keepBefore(act, before);
}

/** `Sign in: the guest’s cart`: names its snapshot and its way back. */
function titleOf({ does }: SignRequest, { key }: WriteTarget): string {
  const act = does === 'sign-out' ? 'Sign out' : 'Sign in';
  return `${act}: the ${key === null ? 'customer' : 'guest'}’s cart`;
}

/** A store's words may repeat the password. */
function cleaned(failure: Failure, credentials: Credentials | null): Failure {
  if (!credentials) return failure;
  const clean = (text: string) => withoutPassword(text, credentials);
  return {
    ...failure,
    what: clean(failure.what),
    why: clean(failure.why),
    todo: clean(failure.todo),
  };
}

function noPassword(): Outcome<never> {
  return fail(
    'Name and password are missing.',
    'They are typed for each sign-in and kept nowhere.',
    'Type both, then press again.',
  );
}

function anotherJar(): Outcome<never> {
  return fail(
    'The signed-in customer cannot be signed out from here.',
    'This tab is in a private window or a container, whose cookies the browser keeps apart.',
    'Sign out on the shop’s own page.',
  );
}
