import browser from 'webextension-polyfill';
import type { Outcome } from '../outcome.ts';
import { fail, failureFrom, succeed } from '../outcome.ts';
import { bytesOf, MAX_SNAPSHOT_BYTES, makeRoom } from '../snapshot/make-room.ts';
import { type Snapshot, type SnapshotShelf, snapshotSchema } from '../snapshot/snapshot.ts';
import { z } from '../zod.ts';

const SNAPSHOT = 'snapshot:';

/** How many automatic ones gave way so far. */
const DROPPED = 'snapshots dropped';

/** Keeps a snapshot. Automatic ones give way to it, the oldest first; it fails where that is not enough. */
export function putSnapshot(
  snapshot: Snapshot,
  mostBytes = MAX_SNAPSHOT_BYTES,
): Promise<Outcome<null>> {
  return alone(async () => {
    const { snapshots, dropped } = await readSnapshots();
    const others = snapshots.filter(({ id }) => id !== snapshot.id);
    const kept = others.map((one) => ({ ...one, bytes: bytesOf(one) }));
    const gone = makeRoom(kept, bytesOf(snapshot), mostBytes);
    if (gone === null) return noRoom(mostBytes);
    await browser.storage.local.remove(gone.map((id) => SNAPSHOT + id));
    await browser.storage.local.set({
      [SNAPSHOT + snapshot.id]: snapshot,
      ...(gone.length > 0 && { [DROPPED]: dropped + gone.length }),
    });
    return succeed(null);
  });
}

/** Newest first. What is damaged is left out. */
export async function readSnapshots(): Promise<SnapshotShelf> {
  const all = await browser.storage.local.get(null);
  const snapshots = Object.entries(all).flatMap(([key, raw]) => {
    const snapshot = key.startsWith(SNAPSHOT) ? snapshotSchema.safeParse(raw) : null;
    return snapshot?.success ? [snapshot.data] : [];
  });
  const dropped = z.number().safeParse(all[DROPPED]);
  return {
    snapshots: snapshots.sort((a, b) => b.at - a.at),
    dropped: dropped.success ? dropped.data : 0,
  };
}

/** Gives a snapshot a name; from then on it stays until a person deletes it. */
export function renameSnapshot(id: string, name: string): Promise<Outcome<null>> {
  return alone(async () => {
    const { snapshots } = await readSnapshots();
    const snapshot = snapshots.find((one) => one.id === id);
    if (!snapshot) {
      return fail(
        'The snapshot is not there any more.',
        'It was deleted or gave way to newer ones.',
        'Save the cart anew.',
      );
    }
    await browser.storage.local.set({ [SNAPSHOT + id]: { ...snapshot, name, automatic: false } });
    return succeed(null);
  });
}

export function deleteSnapshot(id: string): Promise<Outcome<null>> {
  return alone(async () => {
    await browser.storage.local.remove(SNAPSHOT + id);
    return succeed(null);
  });
}

/** Tells that snapshots were kept, renamed or deleted, on whatever screen; returns the way to stop. */
export function watchSnapshots(listener: () => void): () => void {
  const onChanged = (changes: Record<string, browser.Storage.StorageChange>, area: string) => {
    if (area === 'local' && Object.keys(changes).some((key) => key.startsWith(SNAPSHOT)))
      listener();
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}

/** Whoever changes snapshots is alone in it; what the browser refuses is told. */
function alone(change: () => Promise<Outcome<null>>): Promise<Outcome<null>> {
  return navigator.locks.request(SNAPSHOT, () =>
    change().catch(
      (error: unknown): Outcome<never> => ({
        ok: false,
        failure: failureFrom(error, 'The browser could not keep the snapshot.'),
      }),
    ),
  );
}

function noRoom(mostBytes: number): Outcome<never> {
  return fail(
    'There is no room for another snapshot.',
    `Snapshots may take ${mostBytes / 1024 / 1024} MB in all, and the named ones fill it.`,
    'Delete some on the Snapshots screen, then try again.',
  );
}
