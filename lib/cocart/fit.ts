import { z } from '../zod.ts';
import type { Problem } from './reading.ts';

/** More than this many problems of one answer teach nothing; the rest is counted. */
const MAX_PROBLEMS = 100;

/** Collects what did not fit, bounded. */
export class Problems {
  readonly #list: Problem[] = [];
  #more = 0;

  add(path: string, message: string): void {
    if (this.#list.length < MAX_PROBLEMS) this.#list.push({ path, message });
    else this.#more += 1;
  }

  list(): readonly Problem[] {
    if (this.#more === 0) return this.#list;
    return [...this.#list, { path: '', message: `${this.#more} more of this kind` }];
  }
}

/** Appends a step to a path in the notation of JavaScript: `items[2].price`, `items["a-b"]`. */
export function joinPath(path: string, step: PropertyKey): string {
  if (typeof step === 'number') return `${path}[${step}]`;
  const name = String(step);
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === '' ? name : `${path}.${name}`;
}

/** A plain JSON object: not null, not a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads an object by a schema whose fields are all optional. What does not fit is left out and named
 * with its path; the rest stays. PHP writes an empty object as `[]`.
 *
 * @returns null when the value is no object at all.
 */
export function fitObject<T>(
  schema: z.ZodMiniType<T>,
  value: unknown,
  path: string,
  problems: Problems,
): T | null {
  if (Array.isArray(value) && value.length === 0) value = {};
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  if (!isObject(value)) {
    if (value !== undefined && value !== null) problems.add(path, 'is not an object');
    return null;
  }
  const pruned = prune(value, result.error.issues, path, problems);
  const second = z.safeParse(schema, pruned);
  return second.success ? second.data : null;
}

/** Leaves out the fields that issues name; copies only the objects on the way to them. */
function prune(
  value: Record<string, unknown>,
  issues: readonly z.core.$ZodIssue[],
  path: string,
  problems: Problems,
): Record<string, unknown> {
  const pruned = { ...value };
  for (const issue of issues) {
    const [field, inner] = issue.path;
    if (field === undefined) continue;
    problems.add(issue.path.reduce(joinPath, path), issue.message.replace(/^Invalid input: /, ''));
    const name = String(field);
    const held = pruned[name];
    if (inner !== undefined && issue.path.length === 2 && isObject(held)) {
      pruned[name] = { ...held, [String(inner)]: undefined };
    } else {
      pruned[name] = undefined;
    }
  }
  return pruned;
}

/**
 * The entries of what CoCart sends as a list or as an object by key (`[]` when empty).
 *
 * @returns null when the value is absent or neither; a key is an index in a list.
 */
export function readEntries(
  value: unknown,
  path: string,
  problems: Problems,
): readonly (readonly [string | number, unknown])[] | null {
  if (Array.isArray(value)) return value.map((entry, index) => [index, entry] as const);
  if (isObject(value)) return Object.entries(value);
  if (value !== undefined && value !== null) problems.add(path, 'is neither a list nor an object');
  return null;
}
