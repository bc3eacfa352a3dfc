import { ownerOf } from './cocart/cart-key.ts';
import { z } from './zod.ts';

/** What a cart is called where its key must not stand. It stays until everything is forgotten. */
export interface CartName {
  /** Its place among the carts of its store in the order in which they were first seen, from 0. */
  readonly number: number;
  /** What a person calls it; null where nobody said. */
  readonly label: string | null;
}

/** The names of one store's carts, by key. */
export type CartNames = Readonly<Record<string, CartName>>;

/** Carts of one store that get a name; an administrator's list can hold thousands. */
export const MOST_NAMES = 500;

/** Characters of a label. */
export const MOST_LABEL = 40;

export const cartNamesSchema: z.ZodMiniType<CartNames> = z.record(
  z.string(),
  z.object({ number: z.number(), label: z.nullable(z.string()) }),
);

/** Gives each key that has no name the next one. The same object where all have one. */
export function nameCarts(names: CartNames, keys: readonly string[]): CartNames {
  const fresh = [...new Set(keys)].filter((key) => !Object.hasOwn(names, key));
  const used = Object.keys(names).length;
  const named = fresh.slice(0, Math.max(MOST_NAMES - used, 0));
  if (named.length === 0) return names;
  return {
    ...names,
    ...Object.fromEntries(named.map((key, at) => [key, { number: used + at, label: null }])),
  };
}

/** Sets what a person calls a cart; nothing takes the label away. A cart without a name gets none. */
export function labelCart(names: CartNames, key: string, label: string): CartNames {
  const known = Object.hasOwn(names, key) ? names[key] : undefined;
  if (!known) return names;
  return { ...names, [key]: { ...known, label: label.trim().slice(0, MOST_LABEL) || null } };
}

/** `guest-A`, `customer-B`, … `guest-AA`. */
export function cartNameText(key: string, { number }: CartName): string {
  return `${ownerOf(key)}-${letters(number)}`;
}

function letters(number: number): string {
  const letter = String.fromCharCode(65 + (number % 26));
  return number < 26 ? letter : `${letters(Math.floor(number / 26) - 1)}${letter}`;
}
