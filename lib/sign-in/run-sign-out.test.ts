import { expect, test } from 'vitest';
import { TARGET } from '../action/sample-act.ts';
import type { WriteRequest } from '../action/write-request.ts';
import type { Header } from '../http/exchange.ts';
import type { BrowserSession } from '../load-cart/loader.ts';
import { succeed } from '../outcome.ts';
import { recipeOf } from '../snapshot/recipe-of.ts';
import { runSignOut } from './run-sign-out.ts';
import type { SignHost } from './sign-host.ts';
import type { SignOut } from './sign-request.ts';
import { signOutSteps } from './sign-steps.ts';

const SIGN_OUT: SignOut = {
  ...{ does: 'sign-out', api: 'v2', by: 'cookies' },
  ...{ store: TARGET.store, version: '4.3.6', homeUrl: null },
};
const CART = '{"cart_key":"2","cart_hash":"b","items":[],"currency":{}}';

const session = (key: string | null, signedIn: boolean): BrowserSession => ({
  ...{ key, cookie: null, signedIn },
});

/** Signs out a browser whose session is the first before, and the second afterwards. */
async function signOut(
  before: BrowserSession,
  after: BrowserSession,
  request = SIGN_OUT,
  headers: readonly Header[] = [],
) {
  const sent: WriteRequest[] = [];
  const sessions = [before, after];
  const host: SignHost = {
    async send(request) {
      sent.push(request);
      return succeed({
        ...{ id: `${sent.length}`, startedAt: 0, durationMs: 1, sender: 'extension' },
        request: { ...request, body: { text: null, missing: 'none' } },
        response: { status: 200, headers, body: { text: CART }, fromCache: false },
      });
    },
    keep: async () => {},
    keepBefore: async (target, cart) =>
      succeed({ id: 'a', at: 0, title: 'Sign out', target, before: recipeOf(cart) }),
    planBack: async () => {
      throw new Error('Nothing is planned back.');
    },
    readSession: async () => sessions.shift() ?? session(null, false),
  };
  return { report: await runSignOut(request, host), sent };
}

test.each([
  ['nobody', null, /a new guest’s/],
  ['the customer', '2', /names the customer’s cart/],
  ['a guest', 'b9a6be79298ac1eb1eb00f3ea4df3c', /names the guest’s cart b9a6…df3c/],
])(
  'sends what was shown and no more where the cookie that is left is of %s',
  async (_, key, note) => {
    const { report, sent } = await signOut(session('2', true), session(key, false));
    expect(sent).toEqual(signOutSteps(SIGN_OUT).map(({ request }) => request));
    const { notes = [] } = report.ok ? report.value : {};
    expect(notes.join(' ')).toMatch(note);
  },
);

test('says that a sign-in which the cookies still hold is not over', async () => {
  const { report } = await signOut(session('2', true), session('2', true));
  const { notes = [], facts = [] } = report.ok ? report.value : {};
  expect(facts[0]).toMatchObject({ what: 'Sign-in cookie', fits: false });
  expect(notes.join(' ')).toMatch(/still has the sign-in cookie/);
});

test('goes by the rule of the version that any of its answers told', async () => {
  const untold = { ...SIGN_OUT, version: null };
  const [before, after] = [session('2', true), session('2', false)];
  const silent = await signOut(before, after, untold);
  expect(silent.report).toMatchObject({ ok: true, value: { rule: null } });
  const told = await signOut(before, after, untold, [{ name: 'CoCart-Version', value: '4.3.6' }]);
  const known = await signOut(before, after);
  expect(told.report).toEqual(known.report);
  expect(told.report).toMatchObject({ value: { rule: { source: expect.any(String) } } });
});
