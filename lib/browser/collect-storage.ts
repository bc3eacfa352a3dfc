import type { StorageReading } from '../site-data.ts';

/**
 * Looks once through both storages of a document, and leaves nothing there. Runs in the page's isolated
 * world, so it may use nothing but its arguments.
 */
export function collectStorage(
  names: readonly string[],
  cartName: string,
  cartValue: string,
  limits: { readonly scanned: number; readonly entries: number; readonly value: number },
): StorageReading {
  const nameLike = new RegExp(cartName, 'i');
  const valueLike = new RegExp(cartValue, 'i');
  let total = 0;
  let unread = 0;
  let left = 0;
  const entriesOf = (area: 'localStorage' | 'sessionStorage') => {
    // What has the form of a key says more than a name that has to do with carts.
    const known = new Map<string, string>();
    const formed = new Map<string, string>();
    const named = new Map<string, string>();
    try {
      const storage = window[area];
      for (const name of names) {
        const value = storage.getItem(name);
        if (value !== null) known.set(name, value);
      }
      const count = Math.min(storage.length, limits.scanned);
      total += storage.length;
      unread += storage.length - count;
      for (let at = 0; at < count; at += 1) {
        const name = storage.key(at);
        const value = name === null || known.has(name) ? null : storage.getItem(name);
        if (name === null || value === null) continue;
        if (valueLike.test(value.slice(0, limits.value))) formed.set(name, value);
        else if (nameLike.test(name.slice(0, 200))) named.set(name, value);
      }
    } catch {
      // A sandboxed document has no storage.
    }
    const found = [...known, ...formed, ...named];
    left += Math.max(found.length - limits.entries, 0);
    return found.slice(0, limits.entries).map(([name, value]) => ({
      area,
      name: name.slice(0, limits.value),
      value: value.slice(0, limits.value),
      cut: Math.max(value.length - limits.value, 0),
    }));
  };
  const entries = [...entriesOf('localStorage'), ...entriesOf('sessionStorage')];
  return { origin: location.origin, entries, total, unread, left, asOf: Date.now() };
}
