import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PlanUndo } from '../../lib/act-desk.ts';
import { anAct, TARGET } from '../../lib/action/sample-act.ts';
import type { UndoRecord } from '../../lib/action/undo-record.ts';
import type { SeenPage } from '../../lib/capture.ts';
import { maskKey } from '../../lib/cocart/cart-key.ts';
import { sampleLoad } from '../../lib/load-cart/sample-load.ts';
import { inPassing } from '../../lib/log/heard-captures.ts';
import { FIRST_PAGE, recordedCaptures, withAnotherKey } from '../../lib/log/recorded-captures.ts';
import { fail } from '../../lib/outcome.ts';
import { aSnapshot } from '../../lib/snapshot/a-snapshot.ts';
import { recipeOf } from '../../lib/snapshot/recipe-of.ts';
import type { WishStatus } from '../../lib/wish.ts';
import { aCart } from '../cart/fixture.ts';
import { createFakeHost } from '../session/fake-host.ts';
import { Popup } from './Popup.tsx';

afterEach(() => {
  cleanup();
  // The live region outlives what was rendered.
  document.body.replaceChildren();
});

const PAGE: SeenPage = { ...FIRST_PAGE, heardFromStart: null };
const KEPT = recordedCaptures('cocart-4.3.6/v2-guest-lifecycle.jsonl').slice(0, 4);

function open(options: Parameters<typeof createFakeHost>[0]) {
  const host = createFakeHost({ page: PAGE, ...options });
  render(<Popup host={host} />);
  return host;
}

function wish(state: WishStatus['state']): WishStatus {
  return {
    id: 'one',
    wish: { kind: 'look', tabId: 1, pageUrl: 'http://localhost:8066/shop/', store: null },
    origins: ['http://localhost:8066'],
    reason: 'To find the cart of this page.',
    askedAt: 0,
    state,
  };
}

describe('the popup', () => {
  it('shows what a panel last saw, and sends nothing', async () => {
    const host = open({ kept: KEPT });
    expect(await screen.findByRole('heading', { name: 'localhost:8066' })).toBeTruthy();
    expect(screen.getByText('CoCart 4.3.6 · v2')).toBeTruthy();
    expect(screen.getByText('b9a6…df3c')).toBeTruthy();
    expect(screen.getByText('from query, reply header, reply body')).toBeTruthy();
    expect(screen.getByText('$57.39')).toBeTruthy();
    expect(screen.getByText('3 items · 2 lines')).toBeTruthy();
    expect(screen.getByText('1 other key')).toBeTruthy();
    expect(host.asked).toEqual([]);
  });

  it('names the front end that passed the cart on, and why it cannot be read again', async () => {
    const kept = KEPT.map(({ exchange, ...seen }) => {
      const request = { ...exchange.request, url: 'http://localhost:8066/api/cart' };
      return { ...seen, exchange: { ...exchange, request } };
    });
    open({ kept });
    expect(await screen.findByText('localhost:8066/api/cart')).toBeTruthy();
    expect(screen.getByText(/Which store is behind localhost:8066 was not heard/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Refresh' })).toBeNull();
  });

  it('says what is wrong with whose cart it is, and where to read more', async () => {
    const first = KEPT.find(({ step }) => step === 'add first item');
    if (!first) throw new Error('no recording');
    open({ kept: [first, withAnotherKey(first, 'b'.repeat(30), 5_000)] });
    const sign = within(await screen.findByRole('region', { name: 'Whose cart is this?' }));
    expect(sign.getByText('⚠ 2 keys in 2 calls')).toBeTruthy();
    expect(sign.getByText(/Each call without a key makes a new cart/)).toBeTruthy();
    expect(sign.getByText('More in DevTools › CoCart › Session')).toBeTruthy();
  });

  it('says that nobody answered, rather than that the page cannot be looked at', async () => {
    const host = createFakeHost({ page: PAGE });
    render(<Popup host={{ ...host, readGlance: async () => null }} />);
    expect(await screen.findByText('The extension did not answer.')).toBeTruthy();
    expect(screen.queryByText(/cannot be looked at/)).toBeNull();
  });

  it('says where the key rests, as the last look found it', async () => {
    open({
      kept: KEPT,
      keys: [
        {
          key: 'b9a6be79298ac1eb1eb00f3ea4df3c',
          rest: 'localStorage',
          name: 'cart_key',
          origin: 'http://localhost:8066',
          expiresAt: null,
          used: true,
          asOf: 5_000,
        },
      ],
    });
    expect(await screen.findByText(/^from .*localStorage$/)).toBeTruthy();
  });

  it('refreshes on a press', async () => {
    const host = open({ kept: KEPT });
    fireEvent.click(await screen.findByRole('button', { name: 'Refresh' }));
    expect(host.asked).toMatchObject([{ wish: { kind: 'refresh' } }]);
  });

  it('clears on the second press, and says how that went', async () => {
    const report = {
      ...{ title: 'Clear this cart', done: 1, planned: 1, failure: null, cancelled: false },
      ...{ unmet: [], undoId: 'u' },
    };
    const host = open({ kept: KEPT, outcome: { ok: true, value: report } });
    fireEvent.click(await screen.findByRole('button', { name: 'Clear cart…' }));
    const sheet = within(await screen.findByRole('dialog'));
    expect(host.asked).toEqual([]);
    fireEvent.click(sheet.getByRole('button', { name: 'Clear this cart' }));
    expect(host.asked).toMatchObject([{ wish: { kind: 'act', act: { destroys: true } } }]);
    expect(await screen.findByText('Clear this cart: done.')).toBeTruthy();
  });

  describe('the way back', () => {
    const restRoot = 'http://localhost:8066/wp-json/';
    const store = { origin: 'http://localhost:8066', restRoot, namespace: 'cocart' };
    const recordOf = (title: string, place = store) => ({
      ...{ id: 'u', at: 1, title, target: { ...TARGET, store: place } },
      before: recipeOf(aCart({})),
    });
    const openWith = (record: UndoRecord) => {
      const planUndo = vi.fn<PlanUndo>(async () => anAct([{ do: 'calculate' }], { title: 'Back' }));
      const host = createFakeHost({ page: PAGE, access: true, kept: KEPT, undos: [record] });
      render(<Popup host={host} planUndo={planUndo} />);
      return { host, planUndo };
    };

    it('is there after the report was dismissed and the popup closed, and is planned first', async () => {
      const record = recordOf('Clear this cart');
      const { host, planUndo } = openWith(record);
      fireEvent.click(await screen.findByRole('button', { name: 'Undo: Clear this cart…' }));
      expect(await screen.findByRole('dialog', { name: 'Back' })).toBeTruthy();
      expect(planUndo.mock.calls.map(([of]) => of)).toEqual([record]);
      expect(host.asked).toEqual([]);
    });

    it('is shown before it is sent, though only what destroys is asked for: its press is over', async () => {
      const rebuild = { from: null, wanted: aSnapshot().recipe, lost: { parts: [], lines: [] } };
      const planned = anAct([{ do: 'calculate' }], { title: 'Back', rebuild });
      const target = { ...planned.act.target, store };
      const host = createFakeHost({
        ...{ page: PAGE, access: true, kept: KEPT, undos: [recordOf('Clear this cart')] },
        settings: { safeHosts: [], askOnlyForLoss: true },
      });
      const planUndo = async () => ({ ...planned, act: { ...planned.act, target } });
      render(<Popup host={host} planUndo={planUndo} />);
      fireEvent.click(await screen.findByRole('button', { name: 'Undo: Clear this cart…' }));
      const sheet = within(await screen.findByRole('dialog', { name: 'Back' }));
      expect(host.asked).toEqual([]);
      fireEvent.click(sheet.getByRole('button', { name: 'Send' }));
      expect(host.asked).toMatchObject([{ wish: { kind: 'act', act: { title: 'Back' } } }]);
    });

    it('is not offered for an act on another cart', async () => {
      openWith(recordOf('Clear this cart', TARGET.store));
      await screen.findByRole('button', { name: 'Clear cart…' });
      expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
    });

    it('has a name of a length that fits a button, whatever the store calls its products', async () => {
      openWith(recordOf(`Add ${'x'.repeat(5_000)}`));
      const button = await screen.findByRole('button', { name: /^Undo: Add x/ });
      expect(button.textContent?.length).toBeLessThan(70);
    });
  });

  it('saves the cart as a snapshot, after showing what is kept, and sends nothing', async () => {
    const host = open({ kept: KEPT });
    fireEvent.click(await screen.findByRole('button', { name: 'Save this cart as a snapshot…' }));
    expect(await screen.findByText(/Not kept: the cart key, name, street/)).toBeTruthy();
    fireEvent.input(screen.getByLabelText('Name of the snapshot'), { target: { value: 'Before' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/It is compared and made again in DevTools/)).toBeTruthy();
    const { snapshots } = await (await host.openSnapshots()).readSnapshots();
    expect(snapshots).toMatchObject([{ name: 'Before', automatic: false, source: { api: 'v2' } }]);
    expect(snapshots[0]?.recipe.lines).toHaveLength(2);
    expect(host.asked).toEqual([]);
  });

  it('says why the cart cannot be saved', async () => {
    const host = createFakeHost({ page: PAGE, kept: KEPT });
    const gone = fail('This cart cannot be saved now.', 'It gave way.', 'Refresh.');
    render(<Popup host={{ ...host, readRecipe: async () => gone }} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Save this cart as a snapshot…' }));
    expect(await screen.findByText(/This cart cannot be saved now/)).toBeTruthy();
  });

  it('says that a store is locked', async () => {
    open({ kept: KEPT, lock: { is: 'locked' } });
    expect(await screen.findByText('locked')).toBeTruthy();
  });

  it('finds the cart of a page that nothing was heard of', async () => {
    const host = open({});
    fireEvent.click(await screen.findByRole('button', { name: 'Find this page’s cart' }));
    expect(host.asked).toMatchObject([{ wish: { kind: 'look', store: null } }]);
    host.hear(KEPT);
    expect(await screen.findByText('$57.39')).toBeTruthy();
  });

  it('takes the address of a store that cannot be found by itself', async () => {
    const host = open({});
    const field = await screen.findByRole('textbox', { name: 'Address of the store' });
    fireEvent.input(field, { target: { value: 'my shop' } });
    fireEvent.click(screen.getByRole('button', { name: 'Look there' }));
    expect(screen.getByRole('alert').textContent).toMatch(/no address/);
    fireEvent.input(field, { target: { value: 'shop.example' } });
    fireEvent.click(screen.getByRole('button', { name: 'Look there' }));
    expect(host.asked).toMatchObject([
      {
        wish: { kind: 'look', store: { restRoot: 'https://shop.example/wp-json/' } },
        origins: ['http://localhost:8066', 'https://shop.example'],
      },
    ]);
  });

  it('asks first for what a panel of Firefox could not ask for', async () => {
    const host = open({ wish: wish({ is: 'waiting' }) });
    const asking = within(await screen.findByRole('status'));
    expect(asking.getByText(/To find the cart of this page\..*localhost:8066/)).toBeTruthy();
    expect(host.asked).toEqual([]);
    fireEvent.click(asking.getByRole('button', { name: 'Allow and go on' }));
    expect(host.asked).toMatchObject([{ reason: 'To find the cart of this page.' }]);
  });

  it('goes on with one more press when the store stands elsewhere', async () => {
    const step = {
      wish: wish({ is: 'done' }).wish,
      origins: ['https://api.example'],
      reason: 'The store stands on api.example.',
    };
    const host = open({ outcome: { ok: true, value: step } });
    fireEvent.click(await screen.findByRole('button', { name: 'Find this page’s cart' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Allow and go on' }));
    expect(host.asked[1]).toMatchObject({ origins: ['https://api.example'] });
  });

  it('leads to loading a cart, and back, and asks for nothing by that', async () => {
    const host = open({ kept: KEPT });
    fireEvent.click(await screen.findByRole('button', { name: 'Load a cart…' }));
    expect(await screen.findByRole('heading', { name: 'Load a cart' })).toBeTruthy();
    expect(screen.getByText(/cocart-load-cart=b9a6…df3c/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '← Back' }));
    expect(await screen.findByText('$57.39')).toBeTruthy();
    expect(host.asked).toEqual([]);
  });

  it('loads a snapshot by building it first, and then begins with its key', async () => {
    const host = open({ kept: KEPT, snapshots: [aSnapshot()] });
    fireEvent.click(await screen.findByRole('button', { name: 'Load a cart…' }));
    fireEvent.click(await screen.findByText('From a snapshot'));
    fireEvent.click(screen.getByRole('button', { name: 'Two albums' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Send' }));
    await waitFor(() => expect(host.asked).toHaveLength(1));
    const [asked] = host.asked;
    if (asked?.wish.kind !== 'act') throw new Error('No act was sent.');
    const { title, target } = asked.wish.act;
    const report = { title, done: 1, planned: 1, failure: null, cancelled: false };
    const state = { is: 'acted', report: { ...report, unmet: [], undoId: null } } as const;
    const status = { ...asked, id: 'one', askedAt: Date.now() };
    await act(() => host.follow({ ...status, state }));
    fireEvent.click(screen.getByRole('button', { name: 'Load it in the browser…' }));
    const masked = maskKey(target.key ?? '');
    expect(screen.getByText(`http://localhost:8066/?cocart-load-cart=${masked}`)).toBeTruthy();
  });

  it('shows the building of a snapshot before it is sent, though only what destroys is asked for', async () => {
    const settings = { safeHosts: [], askOnlyForLoss: true };
    // One that all of can be made again.
    const { source, recipe } = aSnapshot();
    const whole = aSnapshot({
      source: { ...source, origin: 'http://localhost:8066' },
      recipe: { ...recipe, rates: [], address: null },
    });
    const host = open({ kept: KEPT, snapshots: [whole], settings });
    const desk = await host.openActDesk();
    const opener = await screen.findByRole('button', { name: 'Load a cart…' });
    const readGuard = vi.spyOn(desk, 'readGuard');
    fireEvent.click(opener);
    fireEvent.click(await screen.findByText('From a snapshot'));
    await waitFor(() => expect(readGuard).toHaveResolved());
    fireEvent.click(screen.getByRole('button', { name: 'Two albums' }));
    expect(await screen.findByRole('dialog', { name: /^Build “Two albums”/ })).toBeTruthy();
    expect(host.asked).toEqual([]);
  });

  it('goes on with a check whose popup closed under the question for access', async () => {
    const told = {
      request: sampleLoad({ page: 'checkout' }),
      ...{ hashed: false, holds: null, browser: null, refusal: null, risks: [] },
    };
    open({ kept: KEPT, wish: wish({ is: 'checked', told }) });
    expect(await screen.findByRole('button', { name: 'Load it in the browser' })).toBeTruthy();
    expect(screen.getByText(/shop\.example\/checkout\/\?cocart-load-cart/)).toBeTruthy();
  });

  it('says why nothing was found', async () => {
    const failure = { what: 'No cart key was found.', why: 'No cookie.', todo: 'Add an item.' };
    open({ wish: wish({ is: 'failed', failure }) });
    expect(await screen.findByRole('heading', { name: 'No cart key was found.' })).toBeTruthy();
    expect(screen.getByText('Add an item.')).toBeTruthy();
  });

  it('names pages that cannot be looked at', async () => {
    open({ page: { ...PAGE, url: 'https://addons.mozilla.org/en-US/firefox/' } });
    expect(await screen.findByText(/Firefox keeps extensions out of/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('listening to a page’s calls', () => {
  const LISTEN = { name: 'Listen to the page’s calls' };
  const STOP = { name: 'Stop listening' };
  const HEARD = KEPT.map((capture) => inPassing(capture));

  it('is offered where no key was found, with the reason, and asked for on a press', async () => {
    const host = open({});
    const button = await screen.findByRole('button', LISTEN);
    const reason = document.getElementById(button.getAttribute('aria-describedby') ?? '');
    expect(reason?.textContent).toMatch(/calls of this page.*localhost:8066.*Nothing is sent/);
    expect(host.asked).toEqual([]);
    fireEvent.click(button);
    expect(host.asked).toMatchObject([
      { wish: { kind: 'observe' }, origins: ['http://localhost:8066'] },
    ]);
  });

  it('asks for a store that is known at once', async () => {
    const page = { ...PAGE, url: 'https://shop.example/' };
    const [store] = recordedCaptures('cocart-4.3.6/v2-products.jsonl', page);
    if (!store) throw new Error('no capture');
    const host = open({ kept: [store], page });
    fireEvent.click(await screen.findByRole('button', LISTEN));
    expect(host.asked[0]?.origins).toEqual(['https://shop.example', 'http://localhost:8066']);
  });

  it('is not offered beside a cart whose key is known, nor on pages that have no calls', async () => {
    open({ kept: KEPT });
    await screen.findByText('$57.39');
    await screen.findByRole('button', { name: 'Refresh' });
    expect(screen.queryByRole('button', LISTEN)).toBeNull();
    cleanup();
    open({ page: { ...PAGE, url: 'about:blank' } });
    await screen.findByText(/extensions cannot look into it/);
    expect(screen.queryByRole('button', LISTEN)).toBeNull();
  });

  it('names where the page’s calls go when they are not heard, and goes on with one press', async () => {
    const host = open({ observing: { state: 'on', missing: ['https://store.example'] } });
    expect(await screen.findByText('This page calls store.example.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Allow and go on' }));
    expect(host.asked).toMatchObject([
      { wish: { kind: 'observe' }, origins: ['http://localhost:8066', 'https://store.example'] },
    ]);
  });

  it('says when the browser may have to be restarted first', async () => {
    open({ observing: { state: 'unproven', missing: [] } });
    expect(await screen.findByText(/may have to be restarted/)).toBeTruthy();
  });

  it('shows a key that was heard with its sources, and reads the cart on a press', async () => {
    const host = open({ kept: HEARD, observing: { state: 'on', missing: [] } });
    expect(await screen.findByText('b9a6…df3c')).toBeTruthy();
    expect(screen.getByText('from query, reply header')).toBeTruthy();
    expect(screen.getByText('The key is known, the cart is not.')).toBeTruthy();
    expect(host.asked).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Read this cart' }));
    expect(host.asked).toMatchObject([
      { wish: { kind: 'refresh', key: 'b9a6be79298ac1eb1eb00f3ea4df3c' } },
    ]);
    const later = KEPT.map(({ exchange, ...seen }) => ({
      ...seen,
      exchange: { ...exchange, id: `read ${exchange.id}`, startedAt: exchange.startedAt + 60_000 },
    }));
    host.hear(later);
    expect(await screen.findByText('$57.39')).toBeTruthy();
    expect(screen.queryByText('The key is known, the cart is not.')).toBeNull();
  });

  it('says that the page has gone on with another cart, and reads that one', async () => {
    const other = 't_64700caae6d768c22dc724a96d14e0';
    const [first] = HEARD;
    if (!first) throw new Error('no capture');
    const { exchange } = first;
    const url = `http://localhost:8066/wp-json/cocart/v2/cart?cart_key=${other}`;
    const next = {
      ...exchange,
      id: 'next',
      startedAt: exchange.startedAt + 60_000,
      request: { ...exchange.request, method: 'GET', url },
      response: { ...exchange.response, headers: [] },
    };
    const host = open({ kept: [...KEPT, { ...first, exchange: next }] });
    expect(await screen.findByText(/gone on with another cart: t_64…14e0/)).toBeTruthy();
    expect(screen.getByText('$57.39')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Read that cart' }));
    expect(host.asked).toMatchObject([{ wish: { kind: 'refresh', key: other } }]);
  });

  it('can be stopped, beside a cart as well', async () => {
    const host = open({ kept: KEPT, observing: { state: 'on', missing: [] } });
    await screen.findByText('$57.39');
    fireEvent.click(await screen.findByRole('button', STOP));
    await waitFor(() => expect(host.revoked).toEqual(['webRequest']));
  });
});
