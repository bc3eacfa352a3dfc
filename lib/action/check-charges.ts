import type { Address, Cart, Fee } from '../cart/cart.ts';
import { netFee } from '../cart/net-fee.ts';
import { toMinorUnits } from '../cocart/amount.ts';
import type { CartWrite } from './cart-write.ts';
import type { Checked } from './checked-writes.ts';

/** Whether the cart holds the address, rates, fees and coupons that the writes asked for. */
export function checkCharges(writes: readonly CartWrite[], stored: Cart): Checked {
  const unmet: string[] = [];
  const unchecked: string[] = [];
  const told = <T>(part: T | null | undefined, what: string): part is T => {
    if (part === null || part === undefined) unchecked.push(what);
    return part !== null && part !== undefined;
  };
  for (const write of writes) {
    switch (write.do) {
      case 'update-customer':
        for (const [name, value] of Object.entries(lastFields(writes, write))) {
          const isShipping = name.startsWith('s_');
          const address = isShipping ? stored.shippingAddress : stored.billingAddress;
          const which = isShipping ? 'shipping' : 'billing';
          const field = isShipping ? name.slice(2) : name;
          if (!told(address, `the ${which} address`)) continue;
          const is = fieldValue(address, field);
          if (!isSameText(is, value)) {
            const what = `${which} ${field.replaceAll('_', ' ')}`;
            unmet.push(`${what}: asked for “${value}”, stored “${is}”`);
          }
        }
        break;
      case 'apply-coupon':
        if (told(stored.coupons, 'coupons') && !hasCoupon(stored, write.code)) {
          unmet.push(`asked to apply ${write.code}, the cart has no such coupon`);
        }
        break;
      case 'remove-coupon':
        if (told(stored.coupons, 'coupons') && hasCoupon(stored, write.code)) {
          unmet.push(`asked to take off ${write.code}, the cart still has it`);
        }
        break;
      case 'choose-rate': {
        const chosen = chosenRates(stored);
        if (!told(chosen, 'the shipping rate')) break;
        const { rate, packageIndex } = write;
        const is = packageIndex === null ? chosen : chosen.filter((_, at) => at === packageIndex);
        if (!is.includes(rate)) {
          unmet.push(`asked to ship by ${rate}, stored ${is.join(', ') || 'none'}`);
        }
        break;
      }
      case 'add-fee':
        if (told(stored.fees, 'fees')) {
          const is = hasFee(stored.fees, write.name, write.amount, stored);
          const what = `the fee ${write.name} of ${write.amount}`;
          if (is === false) unmet.push(`asked to add ${what}, the cart has none such`);
          if (is === null) unchecked.push(`what the fee ${write.name} is without tax`);
        }
        break;
      case 'remove-fees':
        if (told(stored.fees, 'fees') && stored.fees.length > 0) {
          const names = stored.fees.map(({ name, id }) => name ?? id);
          unmet.push(`asked to take all fees off, the cart still has ${names.join(', ')}`);
        }
        break;
    }
  }
  return { unmet, unchecked };
}

type CustomerWrite = Extract<CartWrite, { do: 'update-customer' }>;

/** Of a field that was set twice, the last one counts. */
function lastFields(writes: readonly CartWrite[], write: CustomerWrite): CustomerWrite['fields'] {
  const later = writes.slice(writes.indexOf(write) + 1);
  const isSetAgain = (name: string) =>
    later.some((one) => one.do === 'update-customer' && name in one.fields);
  return Object.fromEntries(Object.entries(write.fields).filter(([name]) => !isSetAgain(name)));
}

function fieldValue(address: Address, name: string): string {
  return address.find(({ field }) => field === name)?.value ?? '';
}

/** WooCommerce writes postcodes and phones anew: with or without blanks, in upper case. */
function isSameText(a: string, b: string): boolean {
  const bare = (text: string) => text.replace(/[\s-]+/g, '').toLowerCase();
  return bare(a) === bare(b);
}

function hasCoupon({ coupons }: Cart, wanted: string): boolean {
  return coupons?.some(({ code }) => code.toLowerCase() === wanted.toLowerCase()) ?? false;
}

/** The rate of each package; null where none is told. */
function chosenRates({ shipping }: Cart): (string | null)[] | null {
  if (!shipping || shipping.packages.length === 0) return null;
  return shipping.packages.map(
    ({ rates, chosenMethod }) => rates.find(({ chosen }) => chosen)?.key ?? chosenMethod,
  );
}

/** Null where the answer does not tell what a fee of that name is without tax. */
function hasFee(fees: readonly Fee[], wanted: string, asked: string, cart: Cart): boolean | null {
  const minor = toMinorUnits(asked, cart.minorUnit);
  const named = fees.filter(({ name, id }) => (name ?? id).toLowerCase() === wanted.toLowerCase());
  const amounts = named.map((fee) => netFee(fee, cart));
  if (minor !== null && amounts.includes(minor)) return true;
  return amounts.includes(null) ? null : false;
}
