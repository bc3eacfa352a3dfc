import type { Cart } from '../cart/cart.ts';
import type { Outcome } from '../outcome.ts';
import { fail, succeed } from '../outcome.ts';
import { holdsOf } from './cart-holds.ts';
import { differencesOf } from './line-differences.ts';
import { loadLink, secondPage } from './load-link.ts';
import type { LoadReport } from './load-report.ts';
import type { LoadRequest } from './load-request.ts';
import { risksOfLoading } from './load-risks.ts';
import { type LoadCase, refusalToLoad } from './load-rules.ts';
import { expectedCart, judgeLoad, type LoadFacts, type SessionNow } from './load-verdict.ts';
import {
  type BrowserSession,
  caseOf,
  type Loader,
  readSessionCart,
  readWanted,
  targetOf,
} from './loader.ts';
import { readBoth } from './read-both.ts';
import { rescueOf, wayBack } from './way-back.ts';

/**
 * Makes a cart the one of this browser, and looks over two pages whether it stayed that. The link is
 * opened only once the cart to load and the one that the browser has were read and kept, for a store
 * may lose both: where either cannot be, or a rule speaks against it, nothing is opened. The rules are
 * looked at again after the reading, for it may be what tells CoCart's version.
 */
export async function loadInBrowser(
  asked: LoadRequest,
  loader: Loader,
): Promise<Outcome<LoadReport>> {
  const session = await loader.readSession();
  const unread = await caseOf(asked, session, loader);
  const objection = objectionTo(unread);
  if (objection) return objection;
  const read = await readBoth(unread, session, loader);
  if (!read.ok) return read;
  const { found, wanted, own } = read.value;
  const secondThought = objectionTo(found);
  if (secondThought) return secondThought;

  const { request } = found;
  const undo = own && (await loader.keepBefore(targetOf(request, session), own, session));
  if (undo && !undo.ok) return undo;
  const rescue = wanted && (await loader.keepWanted(targetOf(request, request), wanted));
  if (rescue && !rescue.ok) return rescue;

  // A page that did not finish may have loaded the cart all the same: what is true is read back.
  const opened = await loader.visit(loadLink(request));
  const landed = await sessionNow(request, loader);
  const went = opened.ok ? await loader.visit(secondPage(request)) : opened;
  const replaced = went.ok ? await readReplaced(session, request, loader) : null;
  // Last, so that screens which show the newest cart show this one.
  const next = went.ok ? await sessionNow(request, loader) : landed;

  const facts: LoadFacts = {
    key: request.key,
    wanted,
    keepCart: request.switches.includes('keep-cart'),
    ...{ version: request.version, isUntold: found.isUntold },
    before: { key: session.key, cart: own },
    landed,
    next,
  };
  const judged = judgeLoad(facts);
  const left = next.key === session.key ? next.cart : replaced;
  const gone = replacedBy(facts, left);
  // Only what was read back is known to be as it was.
  if (judged.verdict === 'ignored' && went.ok && undo && next.cart && !gone) {
    await loader.forgetBefore(undo.value);
  }
  const lost = judged.verdict === 'dropped' ? await readLost(request, next, loader) : null;
  return succeed({
    ...judged,
    why: went.ok ? judged.why : `${went.failure.what} ${went.failure.why} ${judged.why}`,
    key: request.key,
    tab: request.tab,
    ...differencesOf(expectedCart(facts), next.cart),
    replaced: gone,
    back: gone && left && undo ? wayBack(undo.value, left, judged.verdict === 'merged') : null,
    rescue: lost && rescue ? rescueOf(rescue.value, lost) : null,
  });
}

/** Why a cart is not loaded: by a rule, or for want of a press that accepts what may be lost. */
function objectionTo(found: LoadCase): Outcome<never> | null {
  const refusal = refusalToLoad(found);
  if (refusal) return fail(refusal.what, refusal.why, 'Nothing was opened or changed.');
  const risk = risksOfLoading(found).find(({ name }) => !found.request.accepted.includes(name));
  const todo = 'Nothing was opened. Check the key again, and accept this by its own press.';
  return risk ? fail(risk.what, risk.why, todo) : null;
}

async function sessionNow(request: LoadRequest, loader: Loader): Promise<SessionNow> {
  const session = await loader.readSession();
  const cart = await readSessionCart(request, session, loader);
  return { key: session.key, cart: cart?.ok ? cart.value.cart : null };
}

/** The cart that gave way, read once more: that it was emptied is not taken for granted. */
async function readReplaced(
  session: BrowserSession,
  request: LoadRequest,
  loader: Loader,
): Promise<Cart | null> {
  const { key } = await loader.readSession();
  if (session.key === null || key === session.key) return null;
  const cart = await readSessionCart(request, session, loader);
  return cart?.ok ? cart.value.cart : null;
}

/** The cart that was to be loaded, once the store has dropped it: with the session its lines may be gone. */
async function readLost(
  request: LoadRequest,
  next: SessionNow,
  loader: Loader,
): Promise<Cart | null> {
  if (next.key === request.key) return next.cart;
  const cart = await readWanted(request, loader);
  return cart?.ok ? cart.value.cart : null;
}

/** Null where the browser had no cart, or still has the one it had. */
function replacedBy({ before, next }: LoadFacts, left: Cart | null): LoadReport['replaced'] {
  if (before.key === null) return null;
  const held = before.cart && holdsOf(before.cart);
  if (next.key === before.key && isSame(before.cart, next.cart)) return null;
  return { key: before.key, held, now: left?.lines?.length ?? null };
}

function isSame(before: Cart | null, now: Cart | null): boolean {
  const { same, differences, more } = differencesOf(before, now);
  return same === null || differences.length + more === 0;
}
