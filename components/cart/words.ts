import { counted } from '../../lib/counted.ts';

/** `16 items · 6 lines`, as far as it is told. */
export function countWords(cart: {
  readonly itemCount: number | null;
  readonly lines: readonly unknown[] | null;
}): string {
  const words: string[] = [];
  if (cart.itemCount !== null) words.push(counted(cart.itemCount, 'item'));
  if (cart.lines !== null) words.push(counted(cart.lines.length, 'line'));
  return words.join(' · ');
}

/** The id of the details under the row at a place; item keys are no ids, they may hold anything. */
export function detailsId(name: string, at: number): string {
  return `${name}-details-${at}`;
}

/** A long key in short: its first eight and its last four characters. Item keys are no secret. */
export function shortKey(key: string): string {
  return key.length <= 14 ? key : `${key.slice(0, 8)}…${key.slice(-4)}`;
}
