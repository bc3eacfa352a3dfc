/** True for what JSON writes with brackets or braces. */
export function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/**
 * What stands under an own key of a parsed JSON container. Ask only for keys that it has:
 * `__proto__` is then a name like any other.
 */
export function entryOf(container: object, key: string | number): unknown {
  return Reflect.get(container, key);
}

/** The keys of an object, or null for a list, whose entries go by number. */
export function keysOf(container: object): readonly string[] | null {
  return Array.isArray(container) ? null : Object.keys(container);
}

/** How many entries a container has. */
export function sizeOf(container: object): number {
  return Array.isArray(container) ? container.length : Object.keys(container).length;
}
