import { entryOf, isContainer } from './container.ts';

/**
 * Whether two JSON values say the same to PHP; the order of an object's fields does not count. PHP has one
 * array for both kinds: it writes `{}` as `[]`, and `{"0": 1}` as `[1]`. Walks with a list of its own
 * instead of the call stack, so depth cannot break it.
 */
export function sameJson(left: unknown, right: unknown): boolean {
  const pending: [unknown, unknown][] = [[left, right]];
  for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
    const [a, b] = pair;
    if (a === b) continue;
    if (!isContainer(a) || !isContainer(b)) return false;
    const keys = Object.keys(a);
    if (keys.length !== Object.keys(b).length) return false;
    for (const key of keys) {
      if (!Object.hasOwn(b, key)) return false;
      pending.push([entryOf(a, key), entryOf(b, key)]);
    }
  }
  return true;
}
