import type { PlannedAct } from '../action/act.ts';
import type { UndoRecord } from '../action/undo-record.ts';
import type { Cart } from '../cart/cart.ts';
import { isObject } from '../cocart/fit.ts';
import { holdsOf } from '../load-cart/cart-holds.ts';
import type { Outcome } from '../outcome.ts';
import { fail, succeed } from '../outcome.ts';
import { differs, mergeLines, rulesThatFit } from './merge-lines.ts';
import { mergeRuleOf } from './merge-rule.ts';
import { cartOf, sendStep } from './send-step.ts';
import type { SignHost } from './sign-host.ts';
import type { MergeReport, MergeTable, SignedIn, SignInReport } from './sign-report.ts';
import type { SignIn } from './sign-request.ts';
import { cartTarget, type SignStep, type StepName, signInSteps } from './sign-steps.ts';

/**
 * Signs in by name and password, and watches the merge: both carts are read and kept, then key and
 * sign-in are sent together, then both are read back. What fails before the merge ends it, and nothing
 * has moved then. By which rule they are compared, any of the answers may tell.
 */
export async function runSignIn(request: SignIn, host: SignHost): Promise<Outcome<SignInReport>> {
  const steps = new Map<StepName, SignStep>(signInSteps(request).map((one) => [one.step, one]));
  /** What the newest answer that told a version told: newer than what was heard before the sign-in. */
  let { version } = request;
  const targetOf = (key: string | null) => cartTarget({ ...request, version }, key);
  const ask = async (name: StepName) => {
    const step = steps.get(name);
    if (!step) return noStep();
    const target = targetOf(name.startsWith('guest') ? request.guestKey : null);
    const answer = await sendStep(step.request, target, host);
    if (answer.ok) version = answer.value.version ?? version;
    return answer;
  };
  const read = async (name: StepName) => {
    const answer = await ask(name);
    return answer.ok ? cartOf(answer.value) : answer;
  };

  const login = await ask('log in');
  if (!login.ok) return login;
  const who = whoIs(login.value.json);
  if (request.guestKey === null) {
    const cart = await read('customer before');
    if (!cart.ok) return cart;
    return succeed({ did: 'sign-in', who, version, merge: null, holds: holdsOf(cart.value).count });
  }

  const guest = await read('guest before');
  if (!guest.ok) return guest;
  const customer = await read('customer before');
  if (!customer.ok) return customer;
  if (guest.value.lines?.length === 0) {
    const merge = nothingToMerge(mergeRuleOf(version));
    return succeed({ did: 'sign-in', who, version, merge, holds: holdsOf(customer.value).count });
  }
  const keptGuest = await host.keepBefore(targetOf(request.guestKey), guest.value);
  if (!keptGuest.ok) return keptGuest;
  const keptCustomer = await host.keepBefore(targetOf(null), customer.value);
  if (!keptCustomer.ok) return keptCustomer;

  const merged = await ask('merge');
  const guestAfter = await read('guest after');
  const customerAfter = await read('customer after');
  if (version === null) await ask('version');
  const rule = mergeRuleOf(version);
  const after = {
    guest: guestAfter.ok ? guestAfter.value : null,
    customer: customerAfter.ok ? customerAfter.value : null,
  };
  const facts = { before: { guest: guest.value, customer: customer.value }, after };
  const lines = mergeLines(facts, rule?.rule ?? null);
  const both = [...lines.customer, ...lines.guest];
  const isRead = after.guest !== null && after.customer !== null;
  return succeed({
    ...{ did: 'sign-in', who, version },
    merge: {
      verdict: !isRead ? 'unread' : !rule ? 'no-rule' : both.some(differs) ? 'differs' : 'as-ruled',
      rule: rule && { says: rule.says, source: rule.source },
      fits: rule ? [] : rulesThatFit(facts),
      customer: tableOf(lines.customer),
      guest: tableOf(lines.guest),
      refusal: merged.ok ? null : `${merged.failure.what} ${merged.failure.why}`,
      back: [
        ...(await wayBack(host, keptCustomer.value, after.customer)),
        ...(await wayBack(host, keptGuest.value, after.guest)),
      ],
    },
    holds: after.customer && holdsOf(after.customer).count,
  });
}

/** Nothing where the cart is as it was, or is not known. */
async function wayBack(
  host: SignHost,
  record: UndoRecord,
  now: Cart | null,
): Promise<readonly PlannedAct[]> {
  if (!now) return [];
  const planned = await host.planBack(record, now);
  return planned.act.writes.length > 0 || planned.losses.length > 0 ? [planned] : [];
}

function nothingToMerge(rule: MergeReport['rule']): MergeReport {
  const none: MergeTable = { lines: [], more: 0 };
  return {
    verdict: 'nothing-to-merge',
    rule: rule && { says: rule.says, source: rule.source },
    ...{ fits: [], customer: none, guest: none, refusal: null, back: [] },
  };
}

/** Lines that a report lists: it lies in the session storage. */
const MOST_LINES = 50;

function tableOf(lines: MergeTable['lines']): MergeTable {
  return { lines: lines.slice(0, MOST_LINES), more: Math.max(0, lines.length - MOST_LINES) };
}

/** `POST login` answers `{user_id, display_name, role, …}` from 3.0 on. */
function whoIs(json: unknown): SignedIn {
  const told = isObject(json) ? json : {};
  const text = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  return { id: text(told.user_id), name: text(told.display_name), role: text(told.role) };
}

async function noStep(): Promise<Outcome<never>> {
  return fail('This request is not part of the sign-in.', '', 'Report it with this text.');
}
