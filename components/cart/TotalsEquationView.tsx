import type { Amount, Cart, Totals } from '../../lib/cart/cart.ts';
import type { CartChange } from '../../lib/cart/compare-carts.ts';
import { type EquationTerm, totalsEquation } from '../../lib/cart/totals-equation.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { StoreText } from '../ui/StoreText.tsx';
import { EquationVerdict } from './EquationVerdict.tsx';
import { Fields } from './Fields.tsx';
import { RemoveCoupon } from './RemoveCoupon.tsx';
import { Section, Untold } from './Section.tsx';
import { noParts, type TermPart, termParts } from './term-parts.ts';

interface TotalsEquationViewProps {
  readonly cart: Cart;
  readonly changes: CartChange | null;
  readonly write: (amount: Amount) => string;
}

const LABELS: Record<EquationTerm['name'], string> = {
  subtotal: 'Items subtotal',
  discount: 'Discount',
  fees: 'Fees',
  shipping: 'Shipping',
  tax: 'Tax',
};

/** Terms that a tax of their own belongs to. */
const TAXES: readonly (readonly [keyof Totals, string])[] = [
  ['subtotalTax', 'subtotal_tax'],
  ['discountTax', 'discount_tax'],
  ['feeTax', 'fee_tax'],
  ['shippingTax', 'shipping_tax'],
];

/** More parts of one term than this are counted. */
const PARTS = 30;

interface PartsProps extends Writes {
  readonly parts: readonly TermPart[];
  readonly term: EquationTerm['name'];
}

function Parts({ parts, term, write }: PartsProps) {
  return (
    <>
      {parts.slice(0, PARTS).map(({ id, name, detail, amount }) => (
        <tr key={id} class="part">
          <th scope="row">
            <StoreText text={name} />
            {detail !== null && <span class="part-detail"> {detail}</span>}
            {term === 'discount' && <RemoveCoupon code={name} />}
          </th>
          <td>
            <span class="amount">{write(amount)}</span>
          </td>
        </tr>
      ))}
      {parts.length > PARTS && (
        <tr class="part">
          <th scope="row">and {parts.length - PARTS} more</th>
          <td />
        </tr>
      )}
    </>
  );
}

interface Writes {
  readonly write: (amount: Amount) => string;
}

/** What a term was before the last call, where it changed. */
function Was({
  changes,
  term,
  write,
}: { changes: CartChange | null; term: keyof Totals } & Writes) {
  const change = changes?.totals.find((candidate) => candidate.term === term);
  if (change === undefined) return null;
  return <span class="was">was {write(change.before)}</span>;
}

/** The totals as an equation: each term with its parts, then whether they make the total. */
export function TotalsEquationView({ cart, changes, write }: TotalsEquationViewProps) {
  const equation = totalsEquation(cart.totals, write);
  const { totals } = cart;
  return (
    <Section title="Totals">
      {totals !== null && (
        <table class="equation">
          <caption class="visually-hidden">Totals of the cart as an equation</caption>
          {equation.terms.map(({ name, sign, amount }) => (
            <tbody key={name}>
              <tr class="term">
                <th scope="row">
                  {LABELS[name]} <span class="no-parts">{noParts(cart, name)}</span>
                </th>
                <td>
                  <Was changes={changes} term={name} write={write} />{' '}
                  <span class="amount">
                    {write(amount !== null && amount !== 0 ? sign * amount : amount)}
                  </span>
                </td>
              </tr>
              <Parts parts={termParts(cart, name)} term={name} write={write} />
            </tbody>
          ))}
          <tbody>
            <tr class="equation-total">
              <th scope="row">Total</th>
              <td>
                <Was changes={changes} term="total" write={write} />{' '}
                <span class="amount">{write(equation.total)}</span>
              </td>
            </tr>
          </tbody>
        </table>
      )}
      {totals === null ? (
        <Untold />
      ) : (
        <EquationVerdict equation={equation} minorUnit={cart.minorUnit} write={write} />
      )}
      {totals !== null && (
        <Disclosure summary={<span class="muted">Tax in each term</span>}>
          <Fields fields={TAXES.map(([term, name]) => ({ name, value: write(totals[term]) }))} />
        </Disclosure>
      )}
    </Section>
  );
}
