/** What differs between two lists whose entries have a name; order is no change. */
export interface ListChange<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly changed: readonly { readonly before: T; readonly after: T }[];
}

/**
 * Pairs the entries of two lists by name and sorts them into added, removed and changed. Entries of
 * the same name (a broken store sends an item key twice) pair in their order. Null on either side
 * means that an answer did not say: then nothing is claimed.
 */
export function compareLists<T extends object>(
  before: readonly T[] | null,
  after: readonly T[] | null,
  nameOf: (entry: T) => string,
  same: (before: T, after: T) => boolean,
): ListChange<T> {
  if (before === null || after === null || before === after)
    return { added: [], removed: [], changed: [] };
  const added: T[] = [];
  const removed: T[] = [];
  const changed: { before: T; after: T }[] = [];
  const unpaired = new Map<string, { readonly entries: T[]; next: number }>();
  for (const entry of before) {
    const name = nameOf(entry);
    const sameName = unpaired.get(name);
    if (sameName) sameName.entries.push(entry);
    else unpaired.set(name, { entries: [entry], next: 0 });
  }
  for (const entry of after) {
    const queue = unpaired.get(nameOf(entry));
    const partner = queue?.entries[queue.next];
    if (queue === undefined || partner === undefined) {
      added.push(entry);
      continue;
    }
    queue.next += 1;
    if (!same(partner, entry)) changed.push({ before: partner, after: entry });
  }
  for (const { entries, next } of unpaired.values()) {
    for (let at = next; at < entries.length; at += 1) {
      const entry = entries[at];
      if (entry !== undefined) removed.push(entry);
    }
  }
  return { added, removed, changed };
}
