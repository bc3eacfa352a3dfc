import { useMemo } from 'preact/hooks';
import type { Cart } from '../../lib/cart/cart.ts';
import { putBeside } from '../../lib/cart/carts-beside.ts';
import { BesideSum, DiffersMark } from '../cart/Beside.tsx';
import { StoreText } from '../ui/StoreText.tsx';

/** A cart with what it is called here. */
export interface NamedCart {
  readonly name: string;
  readonly cart: Cart;
}

/** Rows that are built; what is beyond is counted. */
const MOST = 300;

/** Two carts beside each other, row by row, with what differs marked. */
export function BesideTable({ pair }: { readonly pair: readonly [NamedCart, NamedCart] }) {
  const [one, other] = pair;
  const rows = useMemo(() => putBeside(one.cart, other.cart), [one.cart, other.cart]);
  return (
    <>
      <BesideSum rows={rows} />
      <table class="beside-table" aria-label="Two carts side by side">
        <thead>
          <tr>
            <th scope="col">What</th>
            {pair.map(({ name }) => (
              <th key={name} scope="col">
                <StoreText text={name} most={120} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST).map((row, at) => (
            <tr key={`${at}`} class={row.differs ? 'change-changed' : ''}>
              <th scope="row">
                <DiffersMark row={row} /> <span class="muted">{row.part} · </span>
                <StoreText text={row.name} most={120} />
                {row.note !== null && (
                  <span class="muted">
                    {' '}
                    <StoreText text={row.note} />
                  </span>
                )}
              </th>
              {row.cells.map((cell, side) => (
                <td key={`${side}`}>
                  <StoreText text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST && <p class="muted">and {rows.length - MOST} more rows</p>}
    </>
  );
}
