import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { aSnapshot } from '../snapshot/a-snapshot.ts';
import { bytesOf } from '../snapshot/make-room.ts';
import {
  deleteSnapshot,
  putSnapshot,
  readSnapshots,
  renameSnapshot,
  watchSnapshots,
} from './snapshots.ts';

beforeEach(() => {
  fakeBrowser.reset();
});

const automatic = (id: string, at: number) => aSnapshot({ id, at, automatic: true });
const ids = async () => (await readSnapshots()).snapshots.map(({ id }) => id);

describe('snapshots', () => {
  it('come back whole, newest first, from the storage that outlives the browser', async () => {
    const older = aSnapshot({ id: 'a', at: 1 });
    const newer = aSnapshot({ id: 'b', at: 2 });
    await putSnapshot(newer);
    await putSnapshot(older);
    expect((await readSnapshots()).snapshots).toEqual([newer, older]);
    expect(await browser.storage.session.get(null)).toEqual({});
  });

  it('give way where they are automatic, the oldest first, and it is counted', async () => {
    const named = aSnapshot({ id: 'n', at: 0 });
    const room = bytesOf(named) + 2 * bytesOf(automatic('a', 1));
    await putSnapshot(named, room);
    for (const [at, id] of ['a', 'b', 'c'].entries()) {
      await putSnapshot(automatic(id, at + 1), room);
    }
    expect(await ids()).toEqual(['c', 'b', 'n']);
    expect((await readSnapshots()).dropped).toBe(1);
  });

  it('fail to be kept where named ones fill the room, and none is lost', async () => {
    const one = aSnapshot({ id: 'a', at: 1 });
    await putSnapshot(one);
    const outcome = await putSnapshot(aSnapshot({ id: 'b', at: 2 }), bytesOf(one));
    expect(outcome).toMatchObject({
      ok: false,
      failure: { what: 'There is no room for another snapshot.' },
    });
    expect(await ids()).toEqual(['a']);
  });

  it('stay once a person named them, and go when they are deleted', async () => {
    await putSnapshot(automatic('a', 1));
    await renameSnapshot('a', 'Two albums');
    expect((await readSnapshots()).snapshots).toMatchObject([
      { name: 'Two albums', automatic: false },
    ]);
    await deleteSnapshot('a');
    expect(await ids()).toEqual([]);
    expect(await renameSnapshot('a', 'Gone')).toMatchObject({ ok: false });
    expect(await ids()).toEqual([]);
  });

  it('leave out what is damaged, and say what the browser refuses', async () => {
    await browser.storage.local.set({ 'snapshot:x': { id: 'x' } });
    expect(await ids()).toEqual([]);
    vi.spyOn(browser.storage.local, 'set').mockRejectedValueOnce(new Error('quota'));
    expect(await putSnapshot(aSnapshot({ id: 'a' }))).toMatchObject({
      ok: false,
      failure: { why: 'quota' },
    });
  });

  it('are told of until nobody listens', async () => {
    const listener = vi.fn();
    const stop = watchSnapshots(listener);
    await putSnapshot(aSnapshot({ id: 'a' }));
    await browser.storage.local.set({ settings: {} });
    await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(1));
    stop();
    await deleteSnapshot('a');
    expect(listener).toHaveBeenCalledTimes(1);
  });
});
