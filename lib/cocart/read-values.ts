import { readAmount } from './amount.ts';
import type { Problems } from './fit.ts';
import { isObject, joinPath } from './fit.ts';
import { plainText } from './plain-text.ts';

/** Text without tags and entities; null when it is none. */
export function readText(value: string | number | null | undefined): string | null {
  return value === null || value === undefined ? null : plainText(String(value));
}

/** As `readText`, but an empty text is null: CoCart writes "" where it has nothing to say. */
export function readFilledText(value: string | number | null | undefined): string | null {
  return readText(value) || null;
}

/** A number that may stand in a string (`"2"`, `"1.5"`); null when it is none. */
export function readNumber(value: string | number | null | undefined): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?(?:\d+\.?\d*|\.\d+)$/.test(value) ? Number(value) : null;
}

/** A number at a place of the answer; what is there and is none is said. */
export function readNumberAt(
  value: string | number | null | undefined,
  path: string,
  problems: Problems,
): number | null {
  const number = readNumber(value);
  if (number === null && value !== null && value !== undefined && value !== '') {
    problems.add(path, `is not a number: ${describe(value)}`);
  }
  return number;
}

/** An id: a whole number; what is there and is none is said. */
export function readIdAt(
  value: string | number | null | undefined,
  path: string,
  problems: Problems,
): number | null {
  const id = readNumberAt(value, path, problems);
  return id !== null && Number.isSafeInteger(id) && id >= 0 ? id : null;
}

/** An http(s) address; null for everything else. */
export function readHttpUrl(value: string | null | undefined): string | null {
  return value && /^https?:\/\//i.test(value) && URL.canParse(value) ? value : null;
}

/** Reads the amounts of one answer in one currency, and says which did not fit. */
export interface AmountReader {
  readonly minorUnit: number;
  /** Null when absent, empty, formatted text that was asked for, or no amount; the last is said. */
  read(value: unknown, path: string): number | null;
  /** True once an amount was read. */
  readonly used: boolean;
}

/**
 * @param allMajor WooCommerce's own totals: a string of digits is in major units too.
 * @param formatted the request asked for formatted text, which is not read as money.
 */
export function createAmountReader(
  minorUnit: number,
  problems: Problems,
  { allMajor = false, formatted = false } = {},
): AmountReader {
  let used = false;
  return {
    minorUnit,
    get used() {
      return used;
    },
    read(value, path) {
      if (value === undefined || value === null || value === '') return null;
      if (formatted && typeof value === 'string') return null;
      const amount = readAmount(value, minorUnit, allMajor);
      if (amount !== null) used = true;
      else problems.add(path, `is not an amount: ${describe(value)}`);
      return amount;
    },
  };
}

/** A value in a few characters, for a message. */
export function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isObject(value)) return 'an object';
  return JSON.stringify(value)?.slice(0, 40) ?? String(value);
}

/** The fields of an object that are not among those known. */
export function extraFields(
  value: Record<string, unknown>,
  known: ReadonlySet<string>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !known.has(name)));
}

/** Name and value pairs of an object of scalars (`[]` when empty). */
export function readPairs(
  value: unknown,
  path: string,
  problems: Problems,
): { readonly name: string; readonly value: string }[] {
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) {
    return [];
  }
  if (!isObject(value)) {
    problems.add(path, 'is not an object');
    return [];
  }
  return Object.entries(value).flatMap(([name, held]) => {
    if (typeof held === 'string' || typeof held === 'number' || typeof held === 'boolean') {
      return [{ name: plainText(name), value: plainText(String(held)) }];
    }
    if (held !== null) problems.add(joinPath(path, name), 'is not text');
    return [];
  });
}
