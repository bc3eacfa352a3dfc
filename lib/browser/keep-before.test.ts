import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Act } from '../action/act.ts';
import { recordedCart } from '../cocart/recordings/recorded-cart.ts';
import { recordedCaptures } from '../log/recorded-captures.ts';
import { fail } from '../outcome.ts';
import { keepCaptures } from './captures.ts';
import { forgetBefore, keepBefore } from './keep-before.ts';
import * as shelf from './snapshots.ts';
import { readUndo, readUndos } from './undo-records.ts';

const FILE = 'cocart-4.3.6/v2-variable.jsonl';
const ENGRAVED = '84164cc4f2bb9b6eaa7cffe8d95e7ec9';
const cart = recordedCart(FILE, 'full cart');

const act = (destroys: boolean): Act => ({
  target: {
    store: {
      origin: 'http://localhost:8066',
      restRoot: 'http://localhost:8066/wp-json/',
      namespace: 'cocart',
    },
    ...{ api: 'v2', version: '4.3.6', key: cart.key, routes: null },
  },
  ...{ writes: [{ do: 'clear' }], title: 'Clear this cart', destroys },
});

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

it('what loses lines leaves a snapshot, with what requests told of the lines', async () => {
  await keepCaptures(recordedCaptures(FILE));
  const kept = await keepBefore(act(true), cart);
  const undo = kept.ok ? await readUndo(kept.value.id) : null;
  expect(undo?.title).toBe('Clear this cart');
  const { snapshots } = await shelf.readSnapshots();
  expect(snapshots).toMatchObject([
    {
      ...{ name: 'Before: Clear this cart', automatic: true },
      source: { origin: 'http://localhost:8066', version: '4.3.6', call: 'GET cart' },
    },
  ]);
  expect(snapshots[0]?.recipe).toEqual(undo?.before);
  const line = undo?.before.lines.find(({ itemKey }) => itemKey === ENGRAVED);
  expect(line).toMatchObject({ ownPrice: '3.33', itemData: { gift: true } });
  expect(JSON.stringify(snapshots)).not.toContain(cart.key);
});

it('of a customer is kept with whose cart it is: somebody else may sign in later', async () => {
  const asCustomer = { ...act(false), target: { ...act(false).target, key: null } };
  const kept = await keepBefore(asCustomer, { ...cart, key: '2' });
  expect(kept).toMatchObject({ ok: true, value: { target: { key: null, owner: '2' } } });
});

it('what loses nothing, and an empty cart, leave none', async () => {
  await keepBefore(act(false), cart);
  await keepBefore(act(true), { ...cart, lines: [] });
  expect((await shelf.readSnapshots()).snapshots).toEqual([]);
  expect(await readUndos()).toHaveLength(2);
});

it('what was kept before an act of which nothing was taken is forgotten, and nothing else', async () => {
  const other = await keepBefore(act(true), cart);
  const kept = await keepBefore(act(true), cart);
  if (!kept.ok || !other.ok) throw new Error('Nothing was kept.');
  await forgetBefore(kept.value);
  expect((await readUndos()).map(({ id }) => id)).toEqual([other.value.id]);
  const { snapshots } = await shelf.readSnapshots();
  expect(snapshots.map(({ id }) => id)).toEqual([other.value.snapshot]);
});

it('fails where the snapshot cannot be kept, so that nothing is written', async () => {
  vi.spyOn(shelf, 'putSnapshot').mockResolvedValue(fail('There is no room.', '', ''));
  expect(await keepBefore(act(true), cart)).toMatchObject({ ok: false });
  expect(await readUndos()).toEqual([]);
});
