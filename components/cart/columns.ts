/** The columns of the lines table, in order. */
export const COLUMNS: readonly {
  readonly key: 'item' | 'sku' | 'qty' | 'price' | 'subtotal' | 'discount' | 'tax' | 'total';
  readonly label: string;
  /** Where the column is not what the store told, how it was made. */
  readonly title?: string;
}[] = [
  { key: 'item', label: 'Item' },
  { key: 'sku', label: 'SKU · id' },
  { key: 'qty', label: 'Qty' },
  { key: 'price', label: 'Price' },
  { key: 'subtotal', label: 'Subtotal' },
  {
    key: 'discount',
    label: 'Discount',
    title: 'Derived here: subtotal − total of the line. CoCart tells no discount per line.',
  },
  { key: 'tax', label: 'Tax' },
  { key: 'total', label: 'Total' },
];
