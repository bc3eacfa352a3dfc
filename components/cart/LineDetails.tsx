import type { Amount } from '../../lib/cart/cart.ts';
import { COLUMNS } from './columns.ts';
import { ExchangeLine } from './ExchangeLine.tsx';
import { Fields } from './Fields.tsx';
import { RawPart } from './RawPart.tsx';
import type { LineRow } from './use-line-rows.ts';

interface LineDetailsProps {
  readonly row: LineRow;
  readonly write: (amount: Amount) => string;
  readonly id: string;
}

/** -1 is CoCart's "without limit". */
function limit(quantity: number | null): string | null {
  if (quantity === null) return null;
  return quantity < 0 ? 'without limit' : String(quantity);
}

/** The one wide cell under a line: everything the columns have no room for. */
export function LineDetails({ row: { line }, write, id }: LineDetailsProps) {
  const told = (amount: Amount) => (amount === null ? null : write(amount));
  return (
    <td {...{ role: 'cell' }} id={id} class="cell-details" colSpan={COLUMNS.length}>
      <Fields
        fields={[
          { name: 'item_key', value: line.itemKey },
          { name: 'product_type', value: line.productType },
          { name: 'slug', value: line.slug },
          { name: 'weight', value: line.weight },
          { name: 'min_purchase', value: limit(line.minQuantity) },
          { name: 'max_purchase', value: limit(line.maxQuantity) },
          { name: 'regular_price', value: told(line.regularPrice) },
          { name: 'subtotal_tax', value: told(line.subtotalTax) },
          { name: 'featured_image', value: line.image },
        ]}
      />
      <RawPart title="cart_item_data" value={line.itemData} none="no item data" />
      <ExchangeLine line={line} />
      {Object.keys(line.extra).length > 0 && (
        <RawPart title="Fields that CoCart is not known to send" value={line.extra} />
      )}
    </td>
  );
}
