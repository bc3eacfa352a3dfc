import type { Amount, Line } from '../../lib/cart/cart.ts';
import { describeLine } from '../../lib/cart/describe-change.ts';
import { lineDiscount } from '../../lib/cart/line-discount.ts';
import { lineName } from '../../lib/cart/line-name.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Pill } from '../ui/Pill.tsx';
import { StoreText } from '../ui/StoreText.tsx';
import { Quantity } from './Quantity.tsx';
import { RemoveLine } from './RemoveLine.tsx';
import type { LineRow } from './use-line-rows.ts';
import { detailsId, shortKey } from './words.ts';

interface LineCellsProps {
  readonly row: LineRow;
  /** Place of the row in the table, from 0. */
  readonly at: number;
  readonly write: (amount: Amount) => string;
  readonly name: string;
  readonly onToggle: (id: string) => void;
}

/** Characters of a name, of an attribute list and of a mark that a row has room for. */
const NAME = 140;
const MARK = 60;

/** Field names of item data that fit in a pill. */
const DATA_NAMES = 3;

function dataWords(names: readonly string[]): string {
  const shown = names.slice(0, DATA_NAMES).join(', ').slice(0, 60);
  return names.length > DATA_NAMES ? `${shown} +${names.length - DATA_NAMES}` : shown;
}

/** Product and variation as the store numbers them. */
function idWords({ productId, variationId }: Line): string {
  if (variationId === null) return productId === null ? '' : String(productId);
  return productId === null ? `var. ${variationId}` : `${productId} › ${variationId}`;
}

function idTitle({ productId, variationId }: Line): string {
  if (variationId === null) return 'Product id';
  return productId === null
    ? 'Variation id; the answer does not tell its product'
    : 'Product id › variation id';
}

/** The eight cells of a line. */
export function LineCells({ row, at, write, name, onToggle }: LineCellsProps) {
  const { line, id, open, added, change } = row;
  const marks = change === null ? [] : describeLine(change, write);
  const data = [...Object.keys(line.itemData), ...Object.keys(line.extra)];
  const discount = lineDiscount(line);
  const title = lineName(line);
  return (
    <>
      <th {...{ role: 'rowheader' }} scope="row" class="cell-item">
        <button
          type="button"
          class="line-toggle"
          aria-expanded={open}
          aria-controls={open ? detailsId(name, at) : undefined}
          aria-label={`Details of ${title.slice(0, 80)}`}
          title={open ? 'Hide details' : 'Show details'}
          onClick={() => onToggle(id)}
        >
          <span aria-hidden="true">{open ? '▾' : '▸'}</span>
        </button>
        <span class="line-what">
          <span class="line-name">
            <StoreText text={title} most={NAME} />
          </span>{' '}
          {line.attributes.length > 0 && (
            <span class="muted">
              <StoreText
                text={line.attributes.map((pair) => `${pair.name}: ${pair.value}`).join(', ')}
                most={NAME}
              />{' '}
            </span>
          )}
          {added && <Pill tone="good">new</Pill>}{' '}
          {marks.map((mark) => (
            <Pill key={mark} tone="good" title="Changed by the last call">
              <StoreText text={mark} most={MARK} />
            </Pill>
          ))}{' '}
          {line.backorders !== null && line.backorders !== '' && (
            <Pill tone="warn">
              <StoreText text={line.backorders} most={MARK} />
            </Pill>
          )}{' '}
          {data.length > 0 && (
            <button
              type="button"
              class="pill pill-accent line-data"
              title="Data that plugins or the shop hung on this line"
              onClick={() => onToggle(id)}
            >
              <bdi>{dataWords(data)}</bdi>
            </button>
          )}
          <span class="line-key">
            {line.itemKey === null ? (
              <span class="muted">item key not told</span>
            ) : (
              <>
                <code class="muted" title={line.itemKey}>
                  {shortKey(line.itemKey)}
                </code>
                <CopyButton text={line.itemKey} what="item key" iconOnly />
                <RemoveLine itemKey={line.itemKey} name={title} />
              </>
            )}
          </span>
        </span>
      </th>
      <td {...{ role: 'cell' }} class="cell-sku" data-label="SKU · id">
        <code>{line.sku === null ? '' : <StoreText text={line.sku} most={MARK} />}</code>
        <span class="line-ids mono muted" title={idTitle(line)}>
          {idWords(line)}
        </span>
      </td>
      <td {...{ role: 'cell' }} class="cell-qty" data-label="Qty">
        <Quantity line={line} />
      </td>
      <td {...{ role: 'cell' }} class="cell-price" data-label="Price">
        {write(line.price)}
      </td>
      <td {...{ role: 'cell' }} class="cell-subtotal" data-label="Subtotal">
        {write(line.subtotal)}
      </td>
      <td {...{ role: 'cell' }} class="cell-discount" data-label="Discount (derived)">
        {write(discount === null || discount === 0 ? discount : -discount)}
      </td>
      <td {...{ role: 'cell' }} class="cell-tax" data-label="Tax">
        {write(line.tax)}
      </td>
      <td {...{ role: 'cell' }} class="cell-total" data-label="Total">
        {write(line.total)}
      </td>
    </>
  );
}
