import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { anAct, TARGET } from '../../lib/action/sample-act.ts';
import { maskKey } from '../../lib/cocart/cart-key.ts';
import type { LoadReport } from '../../lib/load-cart/load-report.ts';
import { sampleLoad } from '../../lib/load-cart/sample-load.ts';
import { FIRST_PAGE, recordedCaptures, withAnotherKey } from '../../lib/log/recorded-captures.ts';
import { aSnapshot } from '../../lib/snapshot/a-snapshot.ts';
import type { WishStatus } from '../../lib/wish.ts';
import { createFakeHost } from '../session/fake-host.ts';
import { Popup } from './Popup.tsx';

afterEach(() => {
  cleanup();
  // The live region outlives what was rendered.
  document.body.replaceChildren();
});

const KEPT = recordedCaptures('cocart-4.3.6/v2-guest-lifecycle.jsonl').slice(0, 4);

const LOADED: LoadReport = {
  ...{ verdict: 'differs', what: 'Other lines.', why: 'Sold out.', todo: 'Compare.' },
  ...{ key: sampleLoad().key, tab: 'this', same: 1, differences: [], more: 0 },
  ...{ replaced: null, back: null, rescue: null },
};

function open(wish: WishStatus | null = null) {
  const page = { ...FIRST_PAGE, heardFromStart: null };
  const host = createFakeHost({ page, kept: KEPT, snapshots: [aSnapshot()], wish });
  render(<Popup host={host} />);
  return host;
}

describe('leaving while something is under way', () => {
  const store = {
    origin: 'http://localhost:8066',
    restRoot: 'http://localhost:8066/wp-json/',
    namespace: 'cocart',
  };
  const key = 't_64700caae6d768c22dc724a96d14e0';
  const copy = anAct([{ do: 'calculate' }], {
    ...{ title: 'Build “Two albums” as a new cart', copyOf: 'Two albums' },
    target: { ...TARGET, store, key },
  });
  const running: WishStatus = {
    ...{ id: 'one', origins: [store.origin], reason: 'To send it.', askedAt: Date.now() },
    wish: { kind: 'act', tabId: 1, act: copy.act },
    state: { is: 'running', done: 0 },
  };
  const report = {
    ...{ title: copy.act.title, done: 1, planned: 1, failure: null, cancelled: false },
    ...{ unmet: [], undoId: null },
  };
  const built: WishStatus = { ...running, state: { is: 'acted', report } };
  const back = () => fireEvent.click(screen.getByRole('button', { name: '← Back' }));
  const LINK = `http://localhost:8066/?cocart-load-cart=${maskKey(key)}`;
  const next = { name: 'Load it in the browser…' };
  const openLoad = async () => {
    const host = open();
    fireEvent.click(await screen.findByRole('button', { name: 'Load a cart…' }));
    await screen.findByRole('heading', { name: 'Load a cart' });
    return { host, before: host.dismissed() };
  };

  it('lets an act go on, shows how far it is, and then the key it made', async () => {
    const { host, before } = await openLoad();
    await act(() => host.follow(running));
    back();
    expect(await screen.findByText('0 of 1 done.')).toBeTruthy();
    expect(host.dismissed()).toBe(before);
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(host.cancelled()).toBe(1);
    await act(() => host.follow(built));
    fireEvent.click(await screen.findByRole('button', next));
    expect(screen.getByText(LINK)).toBeTruthy();
  });

  it('lets a loading go on, and then shows what became of it', async () => {
    const { host, before } = await openLoad();
    const loading = { kind: 'load', tabId: 1, load: sampleLoad() } as const;
    await act(() => host.follow({ ...running, wish: loading }));
    back();
    await screen.findByText('$57.39');
    expect(host.dismissed()).toBe(before);
    const state = { is: 'loaded', told: { ...LOADED, rescue: copy } } as const;
    await act(() => host.follow({ ...running, wish: loading, state }));
    expect(await screen.findByRole('button', { name: /^Bring the lost cart back/ })).toBeTruthy();
    back();
    expect(host.dismissed()).toBe(before + 1);
  });

  it('finds the key that was made when the popup is opened again', async () => {
    const host = open(built);
    const named = await screen.findByText('“Two albums” is a guest’s cart of its own now.');
    // The report put away, the key stays.
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText(/as a new cart: done/)).toBeNull();
    expect(named.isConnected).toBe(true);
    fireEvent.click(screen.getByRole('button', next));
    expect(screen.getByText(LINK)).toBeTruthy();
    expect(host.asked).toEqual([]);
  });

  it('leaves the key that was made among the keys of the store', async () => {
    const [, , , last] = KEPT;
    if (!last) throw new Error('no recording');
    const { host } = await openLoad();
    await act(() => host.follow(built));
    host.hear([withAnotherKey(last, key, 60_000)]);
    await screen.findByRole('button', next);
    back();
    fireEvent.click(await screen.findByText('2 other keys'));
    expect(screen.getAllByText(maskKey(key)).length).toBeGreaterThan(0);
  });
});
