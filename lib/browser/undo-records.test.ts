import { beforeEach, expect, it } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { TARGET } from '../action/sample-act.ts';
import type { UndoRecord } from '../action/undo-record.ts';
import { untoldCart } from '../cart/untold-cart.ts';
import { recipeOf } from '../snapshot/recipe-of.ts';
import { forgetUndo, putUndo, readUndo, readUndos } from './undo-records.ts';

const record = (at: number, title = 'A test'): UndoRecord => ({
  ...{ id: `${at}`, at, title, target: TARGET, before: recipeOf(untoldCart) },
});
const ids = async () => (await readUndos()).map(({ id }) => id);

beforeEach(() => fakeBrowser.reset());

it('twenty are kept beside the newest, oldest first', async () => {
  for (let at = 1; at <= 23; at += 1) await putUndo(record(at));
  expect(await ids()).toEqual(Array.from({ length: 21 }, (_, place) => `${place + 3}`));
});

it('an act that changed nothing takes no room of the twenty', async () => {
  for (let at = 1; at <= 20; at += 1) await putUndo(record(at));
  await putUndo(record(21, 'x'.repeat(2_000_000)));
  await forgetUndo('21');
  expect(await ids()).toEqual(Array.from({ length: 20 }, (_, place) => `${place + 1}`));
});

it('what is kept and cannot be read is left out', async () => {
  await putUndo(record(1));
  const { undos } = await browser.storage.session.get('undos');
  expect(typeof undos).toBe('string');
  await browser.storage.session.set({ undos: `[{"id":"broken"},${String(undos).slice(1)}` });
  expect(await ids()).toEqual(['1']);
  await browser.storage.session.set({ undos: 'broken' });
  expect(await ids()).toEqual([]);
});

it('one is forgotten without the others', async () => {
  for (const at of [1, 2, 3]) await putUndo(record(at));
  await forgetUndo('2');
  expect(await ids()).toEqual(['1', '3']);
});

it('large ones make the oldest give way to the next; the newest has room always', async () => {
  for (let at = 1; at <= 3; at += 1) await putUndo(record(at, 'x'.repeat(400_000)));
  await putUndo(record(4, 'x'.repeat(2_000_000)));
  expect(await ids()).toEqual(['2', '3', '4']);
  await putUndo(record(5));
  expect(await ids()).toEqual(['4', '5']);
  expect((await readUndo('4'))?.at).toBe(4);
});
