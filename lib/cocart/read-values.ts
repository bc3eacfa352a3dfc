import { readAmount } from './amount.ts';
import type { Problems } from './fit.ts';
import { describe, joinPath, objectOf } from './fit.ts';
import { plainText } from './plain-text.ts';

/** Text without tags and entities; null when it is none. */
export function readText(value: string | number | null | undefined): string | null {
  return value === null || value === undefined ? null : plainText(String(value));
}

/** As `readText`, but an empty text is null: CoCart writes "" where it has nothing to say. */
export function readFilledText(value: string | number | null | undefined): string | null {
  return readText(value) || null;
}

/** A number that may stand in a string (`"2"`, `"1.5"`); null when it is none, or beyond all counting (`1e999`). */
export function readNumber(value: unknown): number | null {
  const isText = typeof value === 'string' && /^-?(?:\d+\.?\d*|\.\d+)$/.test(value);
  const number = isText ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** The number of a field; what is there and is none is said. */
export function readNumberAt(
  holder: Readonly<Record<string, unknown>>,
  field: string,
  path: string,
  problems: Problems,
): number | null {
  const value = holder[field];
  const number = readNumber(value);
  if (number === null && value !== null && value !== undefined && value !== '') {
    problems.add(joinPath(path, field), `is not a number: ${describe(value)}`);
  }
  return number;
}

/** The id in a field, a whole number; what is there and is none is said. */
export function readIdAt(
  holder: Readonly<Record<string, unknown>>,
  field: string,
  path: string,
  problems: Problems,
): number | null {
  const id = readNumberAt(holder, field, path, problems);
  if (id === null || (Number.isSafeInteger(id) && id >= 0)) return id;
  problems.add(joinPath(path, field), `is not an id: ${describe(holder[field])}`);
  return null;
}

/** An http(s) address; null for everything else. */
export function readHttpUrl(value: unknown): string | null {
  return typeof value === 'string' && /^https?:\/\/[^\s/]/i.test(value) ? value : null;
}

/** Reads the amounts of one answer in one currency, and says which did not fit. */
export interface AmountReader {
  readonly minorUnit: number;
  /** The amount of a field: null when absent, empty, formatted text that was asked for, or no amount; the last is said. */
  read(holder: Readonly<Record<string, unknown>>, field: string, path: string): number | null;
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
    read(holder, field, path) {
      const value = holder[field];
      if (value === undefined || value === null || value === '') return null;
      if (formatted && typeof value === 'string') return null;
      const amount = readAmount(value, minorUnit, allMajor);
      if (amount !== null) used = true;
      else problems.add(joinPath(path, field), `is not an amount: ${describe(value)}`);
      return amount;
    },
  };
}

const NO_FIELDS: Readonly<Record<string, unknown>> = {};

/** The fields of an object that are not among those known. */
export function extraFields(
  value: Readonly<Record<string, unknown>>,
  known: ReadonlySet<string>,
): Readonly<Record<string, unknown>> {
  const names = Object.keys(value).filter((name) => !known.has(name));
  if (names.length === 0) return NO_FIELDS;
  return Object.fromEntries(names.map((name) => [name, value[name]]));
}

const NO_PAIRS: readonly Pair[] = [];

/** A name with a text. */
export interface Pair {
  readonly name: string;
  readonly value: string;
}

/** Name and value pairs of a field that holds an object of scalars (`[]` when empty). */
export function readPairs(
  holder: Readonly<Record<string, unknown>>,
  field: string,
  path: string,
  problems: Problems,
): readonly Pair[] {
  const value = holder[field];
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) {
    return NO_PAIRS;
  }
  const pairsPath = joinPath(path, field);
  return Object.entries(objectOf(value, pairsPath, problems) ?? {}).flatMap(([name, held]) => {
    if (typeof held === 'string' || typeof held === 'number' || typeof held === 'boolean') {
      return [{ name: plainText(name), value: plainText(String(held)) }];
    }
    if (held !== null) problems.add(joinPath(pairsPath, name), 'is not text');
    return [];
  });
}
