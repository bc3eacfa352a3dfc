import type { RecipeFee } from '../snapshot/cart-recipe.ts';
import type { CartWrite } from './cart-write.ts';
import type { Loss } from './losses.ts';

/** What sets fees as they were, each with what is lost where the store has no call for it. */
export function rebuildFees(
  now: readonly RecipeFee[] | null | undefined,
  wanted: readonly RecipeFee[] | null | undefined,
  { cleared, minorUnit }: { readonly cleared: boolean; readonly minorUnit: number },
): readonly { readonly write: CartWrite | null; readonly loss: Loss }[] {
  if (!wanted || !now) return [];
  const has = new Set(now.map(({ name }) => name));
  const missing = wanted.filter(({ name }) => cleared || !has.has(name));
  const names = new Set(wanted.map(({ name }) => name));
  const extra = cleared ? [] : now.filter(({ name }) => !names.has(name));
  const removal: CartWrite | null = wanted.length === 0 ? { do: 'remove-fees' } : null;
  return [
    ...missing.map(({ name, amount }) => ({
      // What a shop adds by itself comes back with the lines, and would stand there twice.
      write: cleared || amount === null ? null : addFee(name, amount, minorUnit),
      loss: { what: `The fee ${name}`, why: whyLost(cleared, amount) },
    })),
    ...(removal && extra.length > 0 ? [{ write: removal, loss: STAYS }] : []),
    ...(removal ? [] : extra.map(({ name }) => ({ write: null, loss: { ...STAYS, what: name } }))),
  ];
}

function whyLost(cleared: boolean, amount: number | null): string {
  if (cleared) return BY_ITSELF;
  return amount === null ? UNTOLD : LOST;
}

const UNTOLD =
  'it is lost unless the shop adds it by itself; no answer told what it is without tax, which adding it anew would take';
const BY_ITSELF = 'it comes back only if the shop adds it by itself';
const LOST =
  'it is lost unless the shop adds it by itself; add-ons of CoCart bring a call for it, and none is known in the API v2 of this store';
const STAYS: Loss = {
  what: 'Fees that were not there',
  why: 'they stay; only all fees can be taken off at once, by a call that add-ons of CoCart bring',
};

function addFee(name: string, amount: number, minorUnit: number): CartWrite {
  const digits = String(Math.abs(amount)).padStart(minorUnit + 1, '0');
  const whole = digits.slice(0, digits.length - minorUnit);
  const decimals = minorUnit === 0 ? '' : `.${digits.slice(-minorUnit)}`;
  return { do: 'add-fee', name, amount: `${amount < 0 ? '-' : ''}${whole}${decimals}` };
}
