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

const fields = z.record(z.string(), z.unknown());
const texts = z.record(z.string(), z.string());
const scalar = z.union([z.string(), z.number()]);

/** Reads the JSON body of `add-item`; e-mail and phone, which may stand in it, are not taken. */
export function readAddItemBody({ request }: Exchange): AddItemBody | null {
  const body = fields.safeParse(jsonOf(request.body.text ?? '')).data ?? {};
  const product = textOf(body.id ?? body.product_id);
  if (product === null) return null;
  const variation = texts.safeParse(body.variation).data ?? {};
  const names = Object.keys(variation);
  return {
    product,
    variation:
      names.length > 0 && names.every((name) => ATTRIBUTE_KEY.test(name)) ? variation : null,
    itemData: fields.safeParse(body.item_data ?? body.cart_item_data).data ?? {},
    price: textOf(body.price),
  };
}

function textOf(value: unknown): string | null {
  const text = scalar.safeParse(value);
  return text.success ? String(text.data) : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
