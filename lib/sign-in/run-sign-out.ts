import type { Cart } from '../cart/cart.ts';
import { maskKey, ownerOf } from '../cocart/cart-key.ts';
import { holdsOf } from '../load-cart/cart-holds.ts';
import { differencesOf } from '../load-cart/line-differences.ts';
import type { BrowserSession } from '../load-cart/loader.ts';
import type { Outcome } from '../outcome.ts';
import { succeed } from '../outcome.ts';
import { cartOf, sendStep } from './send-step.ts';
import type { SignHost } from './sign-host.ts';
import { type SignOutRule, signOutRuleOf } from './sign-out-rule.ts';
import type { SignOutFact, SignOutReport } from './sign-report.ts';
import type { SignOut } from './sign-request.ts';
import { cartTarget, type SignStep, signOutSteps } from './sign-steps.ts';

/**
 * Signs a customer out, and looks at what is left: the sign-in and the session in the browser's
 * cookies, and the customer's lines where they can still be read.
 */
export async function runSignOut(
  request: SignOut,
  host: SignHost,
): Promise<Outcome<SignOutReport>> {
  const [readFirst, logout, readBack] = signOutSteps(request);
  const target = cartTarget(request, null);
  /** What the newest answer that told a version told. */
  let { version } = request;
  const ask = async (step: SignStep) => {
    const answer = await sendStep(step.request, target, host);
    if (answer.ok) version = answer.value.version ?? version;
    return answer;
  };
  const read = async (step: SignStep) => {
    const answer = await ask(step);
    return answer.ok ? cartOf(answer.value) : answer;
  };
  const sessionBefore = request.by === 'cookies' ? await host.readSession() : null;
  const before = readFirst && (await read(readFirst));
  if (before && !before.ok) return before;
  const kept = before && (await host.keepBefore(target, before.value));
  if (kept && !kept.ok) return kept;
  const out = logout && (await ask(logout));
  if (out && !out.ok) return out;

  const after = readBack ? await read(readBack) : null;
  const rule = signOutRuleOf(request.api, version);
  const facts: SignOutFact[] = [];
  const notes: string[] = [];
  if (sessionBefore) {
    const sessionAfter = await host.readSession();
    facts.push(...cookieFacts(sessionBefore, sessionAfter, rule));
    notes.push(leftBehind(sessionAfter));
  } else {
    notes.push(
      'Name and password were sent with each request: no cookie and no key is left of it. Whoever sends none is a guest again, and without a key a new one.',
    );
  }
  if (before) facts.push(linesFact(before.value, after?.ok ? after.value : null));
  notes.push(
    'The sign-in itself cannot be brought back by an undo: it takes the password. The customer’s cart from before is kept as a snapshot.',
  );
  return succeed({
    ...{ did: 'sign-out', by: request.by, facts, notes },
    rule: rule && { says: rule.says, source: rule.source },
  });
}

function cookieFacts(
  before: BrowserSession,
  after: BrowserSession,
  rule: SignOutRule | null,
): SignOutFact[] {
  const ruled = rule && (rule.sessionCookie === 'stays' ? keyWords(before.key) : NONE);
  const found = keyWords(after.key);
  return [
    {
      what: 'Sign-in cookie',
      before: before.signedIn ? 'there' : NONE,
      ruled: NONE,
      found: after.signedIn ? 'there' : NONE,
      fits: !after.signedIn,
    },
    {
      ...{ what: 'Cart key in the session cookie', before: keyWords(before.key), ruled, found },
      fits: ruled === null ? null : ruled === found,
    },
  ];
}

const NONE = 'none';

function keyWords(key: string | null): string {
  if (key === null) return NONE;
  return `${ownerOf(key) === 'customer' ? 'customer' : 'guest'} ${maskKey(key)}`;
}

/** What the browser's cookies lead to now. Nothing is sent to see: only what was shown before is. */
function leftBehind({ signedIn, key }: BrowserSession): string {
  if (signedIn) {
    return 'The browser still has the sign-in cookie, though the store answered that it deletes it: a cookie that this request may not change (blocked, or kept apart by the browser). Sign out on the shop’s own page.';
  }
  const reload = 'A page that is open still shows the customer until it is loaded anew.';
  if (key === null) return `What comes next from this browser is a new guest’s. ${reload}`;
  if (ownerOf(key) === 'customer') {
    return `The cookie that is left names the customer’s cart, which no guest may read. ${reload}`;
  }
  return `The cookie that is left names the guest’s cart ${maskKey(key)}: check that key to see what it holds. ${reload}`;
}

function linesFact(before: Cart, after: Cart | null): SignOutFact {
  const held = holdsOf(before).count;
  const common = { what: 'The customer’s lines', before: held, ruled: 'the same' };
  if (!after) {
    return { ...common, found: 'cannot be read without a sign-in', fits: null };
  }
  const { differences, more } = differencesOf(before, after);
  const differing = differences.length + more;
  return {
    ...common,
    found: differing === 0 ? 'the same' : `${holdsOf(after).count}: ${differing} differ`,
    fits: differing === 0,
  };
}
