import type { Cart } from '../cart/cart.ts';
import type { CartRecipe } from '../snapshot/cart-recipe.ts';
import { recipeOf } from '../snapshot/recipe-of.ts';
import type { CartWrite } from './cart-write.ts';
import type { Loss } from './losses.ts';
import { addressFields, type CustomerAddresses } from './rebuild-address.ts';
import { rebuildFees } from './rebuild-fees.ts';
import type { Way } from './rebuild-lines.ts';
import { writeRequest } from './write-request.ts';
import type { WriteTarget } from './write-target.ts';

/**
 * What has to be set beside the lines: addresses, shipping rates, coupons and fees, in this order, for each
 * may depend on the one before. A part that either cart does not tell is left as it is, but for an empty
 * cart, which has none: 3.0 answers it with a list.
 *
 * @param cleared true where the lines are made anew: clearing takes coupons and fees with it
 * @param before the addresses with every field, where those were kept
 */
export function rebuildRest(
  current: Cart,
  wanted: CartRecipe,
  cleared: boolean,
  target: WriteTarget,
  before?: CustomerAddresses,
): Way {
  const now = recipeOf(current);
  const writes: CartWrite[] = [];
  const losses: Loss[] = [];
  const want = (write: CartWrite, loss: Loss) => {
    if (writeRequest(target, write).ok) writes.push(write);
    else losses.push(loss);
  };

  const fields = addressFields(current, wanted, before);
  if (Object.keys(fields).length > 0) {
    want({ do: 'update-customer', fields }, ADDRESS_NEEDS_CALL);
    if (writes.length > 0 && target.key !== null) losses.push(ADDRESS_MAY_NOT_STAY);
  }
  const chosen = ratesByPackage(now);
  for (const [parcel, { packageIndex, rate }] of ratesByPackage(wanted)) {
    if (chosen.get(parcel)?.rate === rate) continue;
    want(
      { do: 'choose-rate', rate, packageIndex },
      {
        ...{ what: `The shipping rate ${rate}`, part: 'rates' },
        why: `the shop chooses by itself; ${NO_ROUTE}`,
      },
    );
  }
  const isEmptied = cleared || current.lines?.length === 0;
  const applied = cleared ? [] : (now.coupons ?? (isEmptied ? [] : null));
  if (wanted.coupons === null && isEmptied && wanted.lines.length > 0) losses.push(...UNTOLD);
  for (const code of lacking(applied, wanted.coupons)) {
    want(
      { do: 'remove-coupon', code },
      { what: `The coupon ${code}`, why: `it stays; ${NO_ROUTE}`, part: 'coupons' },
    );
  }
  for (const code of lacking(wanted.coupons, applied)) {
    want(
      { do: 'apply-coupon', code },
      { what: `The coupon ${code}`, why: `it is lost; ${NO_ROUTE}`, part: 'coupons' },
    );
  }
  const { minorUnit } = wanted.currency;
  for (const { write, loss } of rebuildFees(now.fees ?? (isEmptied ? [] : null), wanted.fees, {
    cleared: isEmptied,
    minorUnit,
  })) {
    if (write) want(write, { ...loss, part: 'fees' });
    else losses.push({ ...loss, part: 'fees' });
  }
  return { writes, losses };
}

/** Of a cart that v1 answered. */
const UNTOLD: readonly Loss[] = (
  [
    ['coupons', 'Coupons'],
    ['fees', 'fees'],
    ['rates', 'the chosen shipping rate'],
  ] as const
).map(([part, what]) => ({
  ...{ part, what },
  why: 'the answer did not tell what the cart had of them, and none is brought back but by the shop itself',
}));

const ADDRESS_NEEDS_CALL: Loss = {
  ...{ what: 'The address', part: 'address' },
  why: 'setting it takes a call that came with CoCart 4.1',
};

/** As recorded: the answer is 200, and the next one shows the address from before. */
const ADDRESS_MAY_NOT_STAY: Loss = {
  ...{ what: 'The address', part: 'address' },
  why: 'CoCart 4.3.6 takes the call for a guest and keeps nothing of it; look at the cart after it',
};

type ChosenRate = NonNullable<CartRecipe['rates']>[number];

/** By the package's index, else by its place. */
function ratesByPackage({ rates }: CartRecipe): Map<number, ChosenRate> {
  return new Map(rates?.map((rate, place) => [rate.packageIndex ?? place, rate]));
}

const NO_ROUTE =
  'add-ons of CoCart bring a call for it, and none is known in the API v2 of this store';

/** Codes of the first that the second lacks; none where either is not told. */
function lacking(
  first: readonly string[] | null,
  second: readonly string[] | null,
): readonly string[] {
  if (first === null || second === null) return [];
  const has = new Set(second.map((code) => code.toLowerCase()));
  return first.filter((code) => !has.has(code.toLowerCase()));
}
