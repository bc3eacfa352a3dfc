import type { Problems } from '../cocart/fit.ts';
import { readEntries } from '../cocart/fit.ts';

/** The first entries of a list, or of an object by key; that there are more is said. */
export function boundedEntries(
  value: unknown,
  path: string,
  most: number,
  problems: Problems,
): readonly (readonly [string | number, unknown])[] {
  const entries = readEntries(value, path, problems) ?? [];
  if (entries.length > most) problems.add(path, `has ${entries.length} entries; ${most} are read`);
  return entries.slice(0, most);
}
