import type { Exchange } from '../http/exchange.ts';
import { z } from '../zod.ts';
import { ATTRIBUTE_KEY } from './variation-of.ts';

/** What a request to add an item asked for, of v1 and v2 alike. */
export interface AddItemBody {
  /** Id or SKU. */
  readonly product: string;
  /** Null where the request names no attributes, or names them by label (4.3.30 and later take that). */
  readonly variation: Readonly<Record<string, string>> | null;
  readonly itemData: Readonly<Record<string, unknown>>;
  readonly price: string | null;
}

const scalar = z.union([z.string(), z.number()]);

const bodySchema = z.object({
  id: z.optional(scalar),
  product_id: z.optional(scalar),
  variation: z.catch(z.record(z.string(), z.string()), {}),
  item_data: z.catch(z.record(z.string(), z.unknown()), {}),
  cart_item_data: z.catch(z.record(z.string(), z.unknown()), {}),
  price: z.catch(z.optional(scalar), undefined),
});

/** Reads the JSON body of `add-item`; e-mail and phone, which may stand in it, are not taken. */
export function readAddItemBody({ request }: Exchange): AddItemBody | null {
  const body = bodySchema.safeParse(jsonOf(request.body.text ?? ''));
  if (!body.success) return null;
  const { id, product_id, variation, item_data, cart_item_data, price } = body.data;
  const product = id ?? product_id;
  if (product === undefined) return null;
  const names = Object.keys(variation);
  return {
    product: String(product),
    variation:
      names.length > 0 && names.every((name) => ATTRIBUTE_KEY.test(name)) ? variation : null,
    itemData: { ...cart_item_data, ...item_data },
    price: price === undefined ? null : String(price),
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
