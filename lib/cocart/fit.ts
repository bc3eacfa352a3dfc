import { z } from '../zod.ts';
import type { Problem } from './reading.ts';

/** More than this many problems of one answer teach nothing; the rest is counted. */
const MAX_PROBLEMS = 100;

/** Collects what did not fit, bounded. */
export class Problems {
  readonly #list: Problem[] = [];
  #more = 0;
  #within = '';

  /** From now on paths begin at this one. */
  enter(path: string): void {
    this.#within = path;
  }

  add(path: string, message: string): void {
    const whole = joinPaths(this.#within, path);
    if (this.#list.length < MAX_PROBLEMS) this.#list.push({ path: whole, message });
    else this.#more += 1;
  }

  list(): readonly Problem[] {
    if (this.#more === 0) return this.#list;
    return [...this.#list, { path: '', message: `${this.#more} more of this kind` }];
  }
}

/** A value in a few characters, for a message. */
export function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isObject(value)) return 'an object';
  return JSON.stringify(value)?.slice(0, 40) ?? String(value);
}

/** Appends a step to a path in the notation of JavaScript: `items[2].price`, `items["a-b"]`. */
export function joinPath(path: string, step: PropertyKey): string {
  if (typeof step === 'number') return `${path}[${step}]`;
  const name = String(step);
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === '' ? name : `${path}.${name}`;
}

function joinPaths(first: string, then: string): string {
  return first === '' || then === '' || then.startsWith('[') ? first + then : `${first}.${then}`;
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
): Fit<T> | null {
  const raw = objectOf(value, path, problems);
  if (!raw) return null;
  const result = z.safeParse(schema, raw);
  const data = result.success
    ? result.data
    : refit(schema, raw, result.error.issues, path, problems);
  return data && { data, raw };
}

/** An object that was read by a schema, and the same as it came, for what the schema leaves alone. */
export interface Fit<T> {
  readonly data: T;
  readonly raw: Readonly<Record<string, unknown>>;
}

/** The object at a place, `[]` taken for an empty one; null, and said, when there is something else. */
export function objectOf(
  value: unknown,
  path: string,
  problems: Problems,
): Record<string, unknown> | null {
  if (isObject(value)) return value;
  if (value === undefined || value === null) return null;
  if (Array.isArray(value) && value.length === 0) return {};
  problems.add(path, 'is not an object');
  return null;
}

function refit<T>(
  schema: z.ZodMiniType<T>,
  raw: Record<string, unknown>,
  issues: readonly z.core.$ZodIssue[],
  path: string,
  problems: Problems,
): T | null {
  const pruned = prune(raw, issues, path, problems);
  const second = z.safeParse(schema, pruned);
  return second.success ? second.data : null;
}

/** A copy without the fields that issues name. */
function prune(
  value: Record<string, unknown>,
  issues: readonly z.core.$ZodIssue[],
  path: string,
  problems: Problems,
): Record<string, unknown> {
  const pruned = { ...value };
  for (const issue of issues) {
    const [field] = issue.path;
    if (field === undefined) continue;
    problems.add(
      joinPath(path, field),
      `is not what is expected: ${describe(value[String(field)])}`,
    );
    pruned[String(field)] = undefined;
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
