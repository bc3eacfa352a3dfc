import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownedTarget } from '../../lib/action/lane-target.ts';
import { planUndo } from '../../lib/action/undo-plan.ts';
import type { UndoRecord } from '../../lib/action/undo-record.ts';
import type { WriteRequest } from '../../lib/action/write-request.ts';
import type { Cart } from '../../lib/cart/cart.ts';
import type { BrowserSession } from '../../lib/load-cart/loader.ts';
import { succeed } from '../../lib/outcome.ts';
import { bringBack } from '../../lib/sign-in/bring-back.ts';
import { type Credentials, withPassword } from '../../lib/sign-in/credentials.ts';
import { runSignIn } from '../../lib/sign-in/run-sign-in.ts';
import { runSignOut } from '../../lib/sign-in/run-sign-out.ts';
import type { SignHost } from '../../lib/sign-in/sign-host.ts';
import type { BringBack, SignIn } from '../../lib/sign-in/sign-request.ts';
import { signInSteps } from '../../lib/sign-in/sign-steps.ts';
import { recipeOf } from '../../lib/snapshot/recipe-of.ts';
import { type Generation, type RunningStore, startStore } from '../start.ts';
import { fillCart } from '../store/fill-cart.ts';
import { sendByNode } from './act-on-store.ts';

// Signing in and out on the demo stores: the merge is told as each generation does it.

const JANE: Credentials = { username: 'jane', password: 'password' };
const ADMIN: Credentials = { username: 'admin', password: 'password' };
const SIGNED_OUT: BrowserSession = { key: null, cookie: null, signedIn: false };

function hostFor(credentials: Credentials): SignHost {
  return {
    send: (request: WriteRequest) => sendByNode(withPassword(request, credentials)),
    keep: async () => {},
    keepBefore: async (target, before: Cart) =>
      succeed<UndoRecord>({
        ...{ id: 'kept', at: 0, title: 'Sign in', before: recipeOf(before) },
        target: ownedTarget(target, before),
      }),
    planBack: async (record, now) => planUndo(record, now),
    readSession: async () => SIGNED_OUT,
  };
}

/** Of a store that tells no version but what this gives for an address, and that in a header. */
function untold(versionAt: (url: string) => string | null): SignHost {
  const host = hostFor(JANE);
  return {
    ...host,
    async send(request) {
      const sent = await host.send(request);
      if (!sent.ok) return sent;
      const { response } = sent.value;
      const headers = response.headers.filter(({ name }) => !/version/i.test(name));
      const told = versionAt(request.url);
      if (told !== null) headers.push({ name: 'CoCart-Version', value: told });
      const text = (response.body.text ?? '').replace(/"version":"[^"]*",?/, '');
      return succeed({ ...sent.value, response: { ...response, headers, body: { text } } });
    },
  };
}

const ALBUM = { id: 10, quantity: 2 };
const LAMP = { id: 18, quantity: 1 };
const DOWNLOAD = { id: 16, quantity: 3 };

describe.each(['3.0', '4.3'] as const)('a store of %s', (generation: Generation) => {
  let store: RunningStore;
  beforeAll(async () => {
    store = await startStore({ generation });
  });
  afterAll(() => store.close());

  const request = (guestKey: string | null): SignIn => ({
    does: 'sign-in',
    store: { origin: store.origin, restRoot: store.api, namespace: 'cocart' },
    version: generation === '3.0' ? null : '4.3.6',
    ...{ homeUrl: null, guestKey },
  });
  const calls = () =>
    store.apiRequests.map(({ method, url, headers }) => {
      const route = url.replace(/^.*\/v\d\/|\?.*$/g, '');
      const key = url.includes('cart_key=') ? ' key' : '';
      return `${method} ${route}${key}${headers.authorization ? ' password' : ''}`;
    });
  /** @param options as whom, and after how many writes the person wants no more */
  const bringAllBack = (
    acts: BringBack['acts'],
    { as = JANE, most = Number.POSITIVE_INFINITY } = {},
  ) => {
    const { send, keep, planBack, keepBefore } = hostFor(as);
    let written = 0;
    return bringBack(
      { ...request(null), does: 'bring-back', acts },
      {
        ...{ send, keep, planBack, waitUntil: async () => {} },
        keepUndo: (before, { target }) => keepBefore(target, before),
        note: async (done) => {
          written = done;
        },
        isCancelled: async () => written >= most,
      },
    );
  };
  const linesOf = (key: string) =>
    store.store.sessions
      .find(key)
      ?.lines.map(({ productId, quantity }) => [productId, quantity].join(' × '))
      .toSorted();
  const fill = () => {
    fillCart(store.store, '2', [ALBUM, LAMP]);
    const key = store.makeCart([DOWNLOAD, LAMP]);
    store.clearRequests();
    return key;
  };
  const counts = (lines: readonly { name: string; found: number | null }[]) =>
    Object.fromEntries(lines.map(({ name, found }) => [name, found]));

  test('signs in and watches the merge, by exactly the requests that were shown', async () => {
    const sign = request(fill());
    const report = await runSignIn(sign, hostFor(JANE));
    expect(report).toMatchObject({
      ok: true,
      value: {
        who: { id: '2', name: 'jane' },
        version: generation === '3.0' ? '3.0.17' : '4.3.6',
        merge: { verdict: 'as-ruled', refusal: null },
      },
    });
    const merge = report.ok ? report.value.merge : null;
    const customer = counts(merge?.customer.lines ?? []);
    const guest = counts(merge?.guest.lines ?? []);
    if (generation === '3.0') {
      expect(customer).toEqual({ Album: 2, 'Backorder lamp': 1 });
      expect(guest).toEqual({ Download: 3, 'Backorder lamp': 1 });
      expect(merge?.back).toEqual([]);
    } else {
      expect(customer).toEqual({ Album: 0, 'Backorder lamp': 1, Download: 3 });
      expect(guest).toEqual({ Download: 0, 'Backorder lamp': 0 });
      expect(merge?.back.map(({ act }) => act.target.key === null)).toEqual([true, false]);
    }
    expect(calls()).toEqual([
      'POST login password',
      'GET cart key',
      'GET cart password',
      'GET cart key password',
      'GET cart key',
      'GET cart password',
      ...(generation === '3.0' ? ['GET store'] : []),
    ]);
    expect(store.apiRequests.map(({ url }) => url)).toEqual(
      signInSteps(sign).map((step) => step.request.url.replace(store.origin, '')),
    );
  });

  test('takes the version from any answer, and asks for it only where none told it', async () => {
    const sign = { ...request(fill()), version: null };
    expect(signInSteps(sign).at(-1)?.says).toContain('only where no answer before told it');
    const report = await runSignIn(sign, hostFor(JANE));
    const version = generation === '3.0' ? '3.0.17' : '4.3.6';
    expect(report).toMatchObject({
      value: { version, merge: { verdict: 'as-ruled', rule: { source: expect.any(String) } } },
    });
    expect(calls().includes('GET store')).toBe(generation === '3.0');
    const back = report.ok ? (report.value.merge?.back ?? []) : [];
    expect(back.map(({ act }) => act.target.version)).toEqual(back.map(() => version));
  });

  test('knows a version that the store’s own route tells in a header alone, as 3.12 does', async () => {
    const report = await runSignIn(
      { ...request(fill()), version: null },
      untold((url) => (url.endsWith('/store') ? '3.12.0' : null)),
    );
    // A union is the rule then, which neither of these stores follows: that is found line by line.
    expect(report).toMatchObject({
      value: {
        version: '3.12.0',
        merge: { verdict: 'differs', rule: { source: 'measured on 3.12.0' } },
      },
    });
  });

  test('names no rule where no answer tells the version, and what happened all the same', async () => {
    const report = await runSignIn(
      { ...request(fill()), version: null },
      untold(() => null),
    );
    expect(report).toMatchObject({
      value: {
        ...{ version: null },
        merge: {
          verdict: 'no-rule',
          rule: null,
          fits: [generation === '3.0' ? 'apart' : 'replaced'],
        },
      },
    });
  });

  test('brings both carts back, the customer’s with the password', async () => {
    const report = await runSignIn(request(fill()), hostFor(JANE));
    const back = report.ok ? (report.value.merge?.back ?? []) : [];
    const acts = back.map(({ act }) => act);
    const brought = await bringAllBack(acts);
    expect(brought).toMatchObject({ ok: true });
    for (const one of brought.ok ? brought.value.reports : []) {
      expect(one).toMatchObject({ failure: null, unmet: [] });
    }
    const again = await runSignIn(request(null), hostFor(JANE));
    expect(again).toMatchObject({ ok: true, value: { holds: expect.stringContaining('3 items') } });
  });

  test('a way back that is stopped half way leads to where it began', async () => {
    const report = await runSignIn(request(fill()), hostFor(JANE));
    const merged = linesOf('2');
    const acts = (report.ok ? (report.value.merge?.back ?? []) : []).map(({ act }) => act);
    // Nothing moves on 3.0.
    if (acts.length === 0) return;
    const half = await bringAllBack(acts, { most: 1 });
    if (!half.ok) throw new Error(half.failure.what);
    expect(half.value.reports).toMatchObject([{ done: 1, cancelled: true }]);
    expect(linesOf('2')).not.toEqual(merged);
    await bringAllBack(half.value.back.map(({ act }) => act));
    expect(linesOf('2')).toEqual(merged);
  });

  test('fills no cart of another customer, whose password was typed instead', async () => {
    const report = await runSignIn(request(fill()), hostFor(JANE));
    const acts = (report.ok ? (report.value.merge?.back ?? []) : []).map(({ act }) => act);
    if (acts.length === 0) return;
    store.clearRequests();
    const brought = await bringAllBack(acts, { as: ADMIN });
    expect(brought).toMatchObject({
      ok: false,
      failure: { what: 'Somebody else is signed in now.' },
    });
    expect(calls()).toEqual(['GET cart password']);
  });

  test('without a guest’s cart sends no key and moves nothing', async () => {
    fill();
    const report = await runSignIn(request(null), hostFor(JANE));
    expect(report).toMatchObject({ ok: true, value: { merge: null } });
    expect(calls()).toEqual(['POST login password', 'GET cart password']);
  });

  test('merges nothing where the guest’s cart is empty: the key is not sent with the sign-in', async () => {
    fill();
    const report = await runSignIn(request('0'.repeat(29).concat('a')), hostFor(JANE));
    expect(report).toMatchObject({
      ok: true,
      value: { merge: { verdict: 'nothing-to-merge' } },
    });
    expect(calls()).not.toContain('GET cart key password');
  });

  test('ends with a wrong password before any cart is asked for', async () => {
    const sign = request(fill());
    const report = await runSignIn(sign, hostFor({ ...JANE, password: 'wrong' }));
    expect(report).toMatchObject({
      ok: false,
      failure: {
        what: 'The store does not know this name with this password.',
        why: expect.stringContaining('asked as the customer whose name and password were typed'),
      },
    });
    expect(calls().some((call) => call.startsWith('GET cart'))).toBe(false);
  });

  test('signs out by password: no cookie is in play, and the lines stay', async () => {
    fill();
    const report = await runSignOut(
      { ...request(null), does: 'sign-out', api: 'v2', by: 'password' },
      hostFor(JANE),
    );
    expect(report).toMatchObject({
      ok: true,
      value: { facts: [{ what: 'The customer’s lines', found: 'the same', fits: true }] },
    });
    expect(calls()).toEqual(['GET cart password', 'POST logout password', 'GET cart password']);
  });

  test('says what a store without the route is missing', async () => {
    const sign = request(fill());
    const away = { ...sign, store: { ...sign.store, namespace: 'elsewhere' } };
    expect(await runSignIn(away, hostFor(JANE))).toMatchObject({
      ok: false,
      failure: {
        what: 'This store has no such route.',
        why: expect.stringContaining('CoCart 3.0'),
      },
    });
  });
});
