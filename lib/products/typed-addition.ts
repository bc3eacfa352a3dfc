import { isObject } from '../cocart/fit.ts';
import { wordsOf } from '../outcome.ts';

/** What was typed, read; or what is wrong with it, in words for who typed it. */
export type Typed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: string };

/** A quantity: every version takes decimals, none takes zero or less. */
export function readTypedQuantity(text: string): Typed<number> {
  const typed = text.trim();
  const quantity = Number(typed);
  if (/^\d{1,9}(?:\.\d{1,6})?$/.test(typed) && quantity > 0) return { ok: true, value: quantity };
  return {
    ok: false,
    why: 'A quantity is a number above zero: 2, or 1.5 where the shop sells parts.',
  };
}

/** Longer item data is no line's; the request is shown before it goes. */
const LONGEST_ITEM_DATA = 20_000;

/** Item data: a JSON object; empty for none. */
export function readTypedItemData(text: string): Typed<Readonly<Record<string, unknown>>> {
  if (text.trim() === '') return { ok: true, value: {} };
  if (text.length > LONGEST_ITEM_DATA) {
    return { ok: false, why: `Item data may have ${LONGEST_ITEM_DATA} characters here.` };
  }
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return { ok: true, value };
    return { ok: false, why: 'Item data is a JSON object: {"engraving": "For Ann"}.' };
  } catch (error) {
    const why = wordsOf(error);
    return { ok: false, why: `That is no JSON: ${why}` };
  }
}

/** An amount in major units, as decimal text; empty for none. Negative ones are for fees alone. */
export function readTypedAmount(text: string, sign: 'positive' | 'any'): Typed<string | null> {
  const typed = text.trim();
  if (typed === '') return { ok: true, value: null };
  const isAmount = /^-?\d{1,12}(?:\.\d{1,8})?$/.test(typed);
  if (isAmount && (sign === 'any' || !typed.startsWith('-'))) return { ok: true, value: typed };
  return { ok: false, why: 'An amount is decimal, in major units, with a point: 3.33.' };
}

/** A list of product ids or a single id: digits alone. */
export function isProductId(text: string): boolean {
  return /^[1-9]\d{0,15}$/.test(text);
}
