/** True for what JSON writes with brackets or braces. */
export function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** A field of a JSON object or an entry of a JSON list, own ones only (`__proto__` is a name like any other). */
export function entryOf(container: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(container, key)?.value;
}

/**
 * Whether two JSON values say the same; the order of an object's fields does not count. Walks with a
 * list of its own instead of the call stack, so depth cannot break it.
 */
export function sameJson(left: unknown, right: unknown): boolean {
  const pending: [unknown, unknown][] = [[left, right]];
  for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
    const [a, b] = pair;
    if (a === b) continue;
    if (!isContainer(a) || !isContainer(b) || Array.isArray(a) !== Array.isArray(b)) return false;
    const keys = Object.keys(a);
    if (keys.length !== Object.keys(b).length) return false;
    for (const key of keys) {
      if (!Object.hasOwn(b, key)) return false;
      pending.push([entryOf(a, key), entryOf(b, key)]);
    }
  }
  return true;
}
