import type { Line } from '../cart/cart.ts';

/** `attribute_color`, `attribute_pa_size`: how WooCommerce names an attribute in a request and in v1. */
export const ATTRIBUTE_KEY = /^attribute_/;

/** The attributes of a line as the store takes them, where the answer names them so (v1, `default=true`). */
export function variationOf({
  attributes,
}: Pick<Line, 'attributes'>): Record<string, string> | null {
  if (attributes.length === 0 || !attributes.every(({ name }) => ATTRIBUTE_KEY.test(name))) {
    return null;
  }
  return Object.fromEntries(attributes.map(({ name, value }) => [name, value]));
}
