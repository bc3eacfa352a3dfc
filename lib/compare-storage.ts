import type { StorageEntry, StorageReading } from './site-data.ts';

/** One entry of a storage that is not as it was. */
export interface StorageChange {
  readonly area: StorageEntry['area'];
  readonly name: string;
  readonly is: 'added' | 'changed' | 'removed';
}

/** What became of a page's storage between two readings. */
export function compareStorage(
  before: StorageReading,
  now: StorageReading,
): readonly StorageChange[] {
  const old = new Map(before.entries.map((entry) => [idOf(entry), entry]));
  const fresh = new Map(now.entries.map((entry) => [idOf(entry), entry]));
  const come = now.entries.flatMap((entry): StorageChange[] => {
    const { area, name } = entry;
    const known = old.get(idOf(entry));
    if (!known) return [{ area, name, is: 'added' }];
    const same = known.value === entry.value && known.cut === entry.cut;
    return same ? [] : [{ area, name, is: 'changed' }];
  });
  const gone = before.entries.flatMap(({ area, name }): StorageChange[] =>
    fresh.has(idOf({ area, name })) ? [] : [{ area, name, is: 'removed' }],
  );
  return [...come, ...gone];
}

function idOf({ area, name }: Pick<StorageEntry, 'area' | 'name'>): string {
  return `${area} ${name}`;
}
