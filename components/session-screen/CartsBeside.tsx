import { useMemo } from 'preact/hooks';
import type { Cart } from '../../lib/cart/cart.ts';
import { type BesideRow, putBeside } from '../../lib/cart/carts-beside.ts';
import type { SeenCart } from '../../lib/log/seen-carts.ts';
import { BesideSum, DiffersMark } from '../cart/Beside.tsx';
import { StoreText } from '../ui/StoreText.tsx';
import { AsOf } from './AsOf.tsx';
import { CartTag } from './CartTag.tsx';
import type { Names } from './use-cart-names.ts';

/** A seen cart of which an answer told something. */
export type ToldCart = SeenCart & { readonly cart: Cart };

interface CartsBesideProps {
  readonly pair: readonly [ToldCart, ToldCart];
  readonly names: Names;
  readonly now: number;
}

/** Rows of one cart; a cart with more lines than that is looked at on the Cart screen. */
const MOST = 200;

/** Two carts beside each other, row by row, with what differs marked. */
export function CartsBeside({ pair, names, now }: CartsBesideProps) {
  const [one, other] = pair;
  const rows = useMemo(() => putBeside(one.cart, other.cart), [one.cart, other.cart]);
  const shown = rows.slice(0, MOST);
  return (
    <>
      <BesideSum rows={rows} />
      <table class="rows beside" aria-label="Two carts side by side">
        <thead>
          <tr>
            <th scope="col">What</th>
            {pair.map(({ key, last }) => (
              <th key={key} scope="col">
                <CartTag cartKey={key} names={names} />
                <span class="why">
                  as of <AsOf at={last.answeredAt} now={now} />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, at) => (
            <Row key={`${at}`} row={row} pair={pair} names={names} />
          ))}
        </tbody>
      </table>
      {rows.length > shown.length && (
        <p class="muted">and {rows.length - shown.length} more rows</p>
      )}
    </>
  );
}

interface RowProps {
  readonly row: BesideRow;
  readonly pair: CartsBesideProps['pair'];
  readonly names: Names;
}

function Row({ row, pair, names }: RowProps) {
  const { part, name, cells, note } = row;
  return (
    <tr>
      <td data-label={part}>
        <DiffersMark row={row} /> <StoreText text={name} />
        {note !== null && (
          <span class="why">
            <StoreText text={note} />
          </span>
        )}
      </td>
      {pair.map(({ key }, side) => (
        <td key={key} class="beside-cell">
          <span class="beside-name">
            <CartTag cartKey={key} names={names} />
          </span>
          <StoreText text={cells[side] ?? ''} />
        </td>
      ))}
    </tr>
  );
}
