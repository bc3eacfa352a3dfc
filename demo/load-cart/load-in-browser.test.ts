import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Act } from '../../lib/action/act.ts';
import { runAct } from '../../lib/action/run-act.ts';
import type { WriteRequest } from '../../lib/action/write-request.ts';
import { checkKey } from '../../lib/load-cart/check-key.ts';
import { loadInBrowser } from '../../lib/load-cart/load-in-browser.ts';
import type { LoadRequest } from '../../lib/load-cart/load-request.ts';
import type { Loader } from '../../lib/load-cart/loader.ts';
import { newGuestKey } from '../../lib/load-cart/new-guest-key.ts';
import { planCopy } from '../../lib/load-cart/plan-copy.ts';
import { sampleLoad } from '../../lib/load-cart/sample-load.ts';
import { fail, succeed } from '../../lib/outcome.ts';
import type { KeptSession } from '../../lib/site-data.ts';
import { aSnapshot } from '../../lib/snapshot/a-snapshot.ts';
import { recipeOf } from '../../lib/snapshot/recipe-of.ts';
import { sendByNode } from '../actions/act-on-store.ts';
import { type RunningStore, startStore } from '../start.ts';
import { Visitor } from '../test-client.ts';

/*
 * The flow on the demo stores, with a visitor of the storefront for the browser.
 */

const COOKIE: KeptSession = {
  ...{ url: 'http://localhost/', jar: null },
  cookie: {
    ...{ name: 'wp_woocommerce_session_1', value: 'v', cut: 0, domain: 'localhost' },
    ...{ hostOnly: true, path: '/', secure: false, httpOnly: true, sameSite: 'lax' },
    ...{ expiresAt: null, partition: null },
  },
};

describe.each(['3.0', '4.3'] as const)('loading a cart on %s', (generation) => {
  let store: RunningStore;
  let browser: Visitor;
  let kept: number;
  let forgotten: string[];

  beforeEach(async () => {
    store = await startStore({ generation });
    browser = new Visitor(store.origin);
    kept = 0;
    forgotten = [];
  });

  afterEach(() => store.close());

  const loader: Loader = {
    send: (request: WriteRequest) => sendByNode(request),
    keep: async () => {},
    sharesCookies: async () => true,
    readSession: async () => ({
      key: browser.sessionKey ?? null,
      cookie: null,
      signedIn: [...browser.cookies.keys()].some((name) => name.startsWith('wordpress_logged_in_')),
    }),
    async keepBefore(target, before) {
      kept += 1;
      return succeed({
        ...{
          id: 'before',
          at: 0,
          title: 'Load',
          target,
          before: recipeOf(before),
          session: COOKIE,
        },
      });
    },
    async keepWanted(target, wanted) {
      kept += 1;
      return succeed({ id: 'wanted', at: 0, title: 'Load', target, before: recipeOf(wanted) });
    },
    async forgetBefore({ id }) {
      forgotten.push(id);
    },
    async visit(url) {
      await browser.fetch(url.slice(store.origin.length));
      return succeed(null);
    },
  };

  function request(key: string, changes: Partial<LoadRequest> = {}): LoadRequest {
    const restRoot = store.api;
    return sampleLoad({
      ...{ store: { origin: store.origin, restRoot, namespace: 'cocart' }, key },
      ...{ version: store.store.version, ...changes },
    });
  }

  async function load(key: string, changes: Partial<LoadRequest> = {}) {
    const outcome = await loadInBrowser(request(key, changes), loader);
    if (!outcome.ok) throw new Error(outcome.failure.what);
    return outcome.value;
  }

  /** A loader that hears this version of the store, in its answers alone; null for none. */
  function hearing(version: string | null): Loader {
    return {
      ...loader,
      async send(request) {
        const sent = await loader.send(request);
        if (!sent.ok) return sent;
        const { response } = sent.value;
        const headers = response.headers.filter(({ name }) => !/version|x-cocart-api/i.test(name));
        if (version !== null) headers.push({ name: 'CoCart-Version', value: version });
        return succeed({ ...sent.value, response: { ...response, headers } });
      },
    };
  }

  /** Loads it on a store that answers no cart any more once the link was opened. */
  async function unreadAfterwards(key: string) {
    let isOpened = false;
    const outcome = await loadInBrowser(request(key), {
      ...loader,
      send: async (asked) => (isOpened ? fail('No answer.', '', '') : loader.send(asked)),
      async visit(url) {
        isOpened = true;
        return loader.visit(url);
      },
    });
    if (!outcome.ok) throw new Error(outcome.failure.what);
    return outcome;
  }

  async function refusal(key: string): Promise<string> {
    const outcome = await loadInBrowser(request(key), loader);
    return outcome.ok ? 'loaded' : outcome.failure.what;
  }

  const run = (act: Act) =>
    runAct(act, {
      ...{ send: loader.send, keep: loader.keep, note: async () => {} },
      ...{
        keepUndo: async () => succeed({ id: '' }),
        isCancelled: async () => false,
        waitUntil: async () => {},
      },
    });

  const links = () => store.requests.filter(({ url }) => url.includes('cocart-load-cart'));

  test('swaps the storefront’s cart, names the emptied one, and brings it back', async () => {
    const key = store.makeCart([{ id: 10, quantity: 2 }]);
    await browser.fetch('/?add-to-cart=11');
    const own = browser.sessionKey ?? '';
    const report = await load(key);
    expect(report).toMatchObject({ verdict: 'loaded', same: 1, differences: [], more: 0 });
    expect(browser.sessionKey).toBe(key);
    expect(report.replaced).toMatchObject({ key: own, now: 0, held: { lines: 1 } });
    expect(kept).toBe(2);
    expect(links()).toHaveLength(1);

    if (!report.back) throw new Error('Nothing leads back.');
    const { act } = report.back;
    expect(act).toMatchObject({ session: 'before', target: { key: own } });
    expect(await run(act)).toMatchObject({
      ok: true,
      value: { done: 1, failure: null, unmet: [] },
    });
    expect(store.store.sessions.find(own)?.lines).toHaveLength(1);
    expect(store.store.sessions.find(key)?.lines).toHaveLength(1);
  });

  test('merges both with keep-cart, and counts every line of both', async () => {
    const key = store.makeCart([{ id: 10, quantity: 2 }]);
    await browser.fetch('/?add-to-cart=11');
    const report = await load(key, { switches: ['keep-cart'] });
    expect(report).toMatchObject({ verdict: 'merged', same: 2, differences: [] });
    expect(report.back?.losses.join()).toContain('merged');
  });

  test('loads a snapshot, built under a key of its own', async () => {
    await browser.fetch('/?add-to-cart=11');
    const own = browser.sessionKey ?? '';
    const { store: address, version } = request('');
    const key = newGuestKey(version);
    const planned = planCopy(aSnapshot(), {
      ...{ store: address, api: 'v2', version, key, routes: null },
    });
    const done = planned.act.writes.length;
    expect(await run(planned.act)).toMatchObject({ value: { failure: null, done } });
    expect(store.store.sessions.find(own)?.lines).toHaveLength(1);
    const report = await load(key);
    expect(report).toMatchObject({ verdict: 'loaded', same: 1, replaced: { key: own } });
    expect(browser.sessionKey).toBe(key);
  });

  test('opens nothing for a key that is here already, unknown, or a customer’s', async () => {
    await browser.fetch('/?add-to-cart=11');
    expect(await refusal(browser.sessionKey ?? '')).toBe('This browser already has this cart.');
    expect(await refusal('doesnotexist')).toBe('The store holds nothing under this key.');
    expect(await refusal('2')).toContain('user id of a customer');
    expect(links()).toEqual([]);
    expect(kept).toBe(0);
  });

  test('says what is wrong where the store loads nothing, or loses it on the next page', async () => {
    const key = store.makeCart([{ id: 10, quantity: 2 }]);
    await browser.fetch('/?add-to-cart=11');
    store.setFaults({ loadCart: 'off' });
    expect(await load(key)).toMatchObject({ verdict: 'ignored', replaced: null, back: null });
    // Nothing was done to the browser's cart: nothing is offered to be undone. What could not be read back
    // is not known to be as it was.
    expect(forgotten).toEqual(['before']);
    const { value } = await unreadAfterwards(key);
    expect(value).toMatchObject({ verdict: 'ignored' });
    expect(forgotten).toEqual(['before']);
    store.setFaults({ loadCart: 'dropped' });
    const dropped = await load(key);
    expect(dropped).toMatchObject({
      ...{ verdict: 'dropped', replaced: { now: 0 }, back: { act: { writes: [{}] } } },
    });
    // The handover lost both carts: the loaded one comes back as well.
    expect(store.store.sessions.find(key)?.lines).toEqual([]);
    if (!dropped.rescue) throw new Error('The loaded cart is not offered back.');
    expect(await run(dropped.rescue.act)).toMatchObject({ value: { failure: null, unmet: [] } });
    expect(store.store.sessions.find(key)?.lines).toMatchObject([{ quantity: 2 }]);
  });

  test('opens nothing where the store cannot be read', async () => {
    const key = store.makeCart([{ id: 10, quantity: 2 }]);
    store.setFaults({ fatal: 'json' });
    expect(await refusal(key)).toBe('The cart could not be read.');
    expect(links()).toEqual([]);
  });

  test('opens nothing over a customer’s cart that cannot be read, and so not be kept', async () => {
    const key = store.makeCart([{ id: 10, quantity: 2 }]);
    await browser.fetch('/wp-login.php', {
      method: 'POST',
      body: new URLSearchParams({ log: 'jane', pwd: 'password' }),
    });
    store.clearRequests();
    const away: Loader = { ...loader, sharesCookies: async () => false };
    const outcome = await loadInBrowser(request(key, { accepted: ['customer-here'] }), away);
    expect(outcome).toMatchObject({
      failure: { what: 'The customer’s cart that this browser has cannot be read from here.' },
    });
    expect(store.requests).toEqual([]);
  });

  test('asks by its own press before a signed-in customer’s cart is touched', async () => {
    const key = store.makeCart([{ id: 10, quantity: 2 }]);
    await browser.fetch('/wp-login.php', {
      method: 'POST',
      body: new URLSearchParams({ log: 'jane', pwd: 'password' }),
    });
    expect(await refusal(key)).toBe('This browser is signed in as customer 2.');
    expect(links()).toEqual([]);
  });

  test('checks a key with reads alone: what it holds, and what the browser has', async () => {
    const key = store.makeCart([{ id: 10, quantity: 2 }]);
    await browser.fetch('/?add-to-cart=11');
    store.clearRequests();
    const check = await checkKey(request(key), loader);
    expect(check).toMatchObject({
      ok: true,
      value: {
        ...{
          request: { key },
          refusal: null,
          risks: [],
          holds: { lines: 1, names: ['Album × 2'] },
        },
        browser: { key: browser.sessionKey, holds: { lines: 1 } },
      },
    });
    expect(store.requests.map(({ method }) => method)).toEqual(['GET', 'GET']);
    expect(links()).toEqual([]);
  });

  describe('where the version was not told before', () => {
    const untold = (key: string, changes: Partial<LoadRequest> = {}) =>
      request(key, { version: null, ...changes });
    let key: string;

    beforeEach(async () => {
      key = store.makeCart([{ id: 10, quantity: 2 }]);
      await browser.fetch('/?add-to-cart=11');
    });

    test('learns of it as much as the answers tell, and so loses nothing', async () => {
      const check = await checkKey(untold(key), loader);
      // 3.0 tells it in no cart, but by a header that no later version than 4.1 sends.
      const version = generation === '3.0' ? null : '4.3.6';
      expect(check).toMatchObject({ value: { request: { version }, refusal: null, risks: [] } });
      const outcome = await loadInBrowser(untold(key), loader);
      expect(outcome).toMatchObject({ value: { verdict: 'loaded' } });
    });

    test('warns by it of what it loses, and does not open the link before that is accepted', async () => {
      const beta = hearing('4.4.0-beta.6');
      const asked = untold(key, { switches: ['keep-cart'] });
      expect(await checkKey(asked, beta)).toMatchObject({
        value: {
          // It ignores keep-cart, which nobody is to count on.
          request: { version: '4.4.0-beta.6', switches: [] },
          risks: [{ name: 'loses-both', what: 'On this store both carts will be lost.' }],
        },
      });
      expect(await loadInBrowser(asked, beta)).toMatchObject({
        failure: { what: 'On this store both carts will be lost.' },
      });
      expect(links()).toEqual([]);
      expect(kept).toBe(0);

      store.setFaults({ loadCart: 'dropped' });
      const accepted = untold(key, { accepted: ['loses-both'] });
      expect(await loadInBrowser(accepted, beta)).toMatchObject({
        value: { verdict: 'dropped', why: expect.stringContaining('4.4.0-beta does so') },
      });
      expect(kept).toBe(2);
    });

    test('says so where no answer tells it, and names no cause that it cannot know', async () => {
      const silent = hearing(null);
      const what = expect.stringContaining('told no version of CoCart');
      expect(await checkKey(untold(key), silent)).toMatchObject({
        value: { request: { version: null }, risks: [{ name: 'loses-both', what }] },
      });
      expect(await loadInBrowser(untold(key), silent)).toMatchObject({ failure: { what } });
      expect(links()).toEqual([]);

      store.setFaults({ loadCart: 'dropped' });
      const accepted = untold(key, { accepted: ['loses-both'] });
      expect(await loadInBrowser(accepted, silent)).toMatchObject({
        value: { verdict: 'dropped', why: expect.stringContaining('it may be either') },
      });
    });
  });
});
