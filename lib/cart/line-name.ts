import type { Line } from './cart.ts';

/** What a line is called: its name, else its SKU, else its ids. */
export function lineName(line: Pick<Line, 'name' | 'sku' | 'productId' | 'variationId'>): string {
  if (line.name !== null && line.name !== '') return line.name;
  if (line.sku !== null) return line.sku;
  if (line.variationId !== null) return `Variation ${line.variationId}`;
  return line.productId === null ? 'Unnamed item' : `Product ${line.productId}`;
}
