import { z } from '../zod.ts';
import { type SentCall, sentCallSchema } from './sent-call.ts';

/**
 * One call that changes a cart, before it is known how this store's generation and API version spell
 * it. Quantities are numbers here and strings on the wire: every version refuses a JSON number.
 */
export type CartWrite =
  | {
      readonly do: 'add-item';
      /** Product or variation id, or SKU. */
      readonly product: string;
      readonly quantity: number;
      /** v1 wants the product and its variation apart; null where there is none. */
      readonly variationId: number | null;
      /** `attribute_pa_color` → `blue`; empty where the variation says it all. */
      readonly variation: Readonly<Record<string, string>>;
      /** What plugins hang on the line; it makes another line of the same product. */
      readonly itemData: Readonly<Record<string, unknown>>;
      /** Own price as decimal text in major units; null takes the store's. */
      readonly price: string | null;
    }
  | {
      /** Products of a grouped one, in one call. */
      readonly do: 'add-items';
      readonly product: string;
      /** Quantity by the id of the product within. */
      readonly quantities: Readonly<Record<string, number>>;
    }
  | { readonly do: 'update-item'; readonly itemKey: string; readonly quantity: number }
  | { readonly do: 'remove-item'; readonly itemKey: string }
  | { readonly do: 'restore-item'; readonly itemKey: string }
  | {
      /** Several quantities in one call; 0 removes. */
      readonly do: 'update-items';
      readonly quantities: Readonly<Record<string, number>>;
    }
  | { readonly do: 'clear' }
  | { readonly do: 'calculate' }
  | {
      /** Fields as `cart/update` names them: `first_name`, `s_postcode`. */
      readonly do: 'update-customer';
      readonly fields: Readonly<Record<string, string>>;
    }
  | { readonly do: 'apply-coupon'; readonly code: string }
  | { readonly do: 'remove-coupon'; readonly code: string }
  | { readonly do: 'choose-rate'; readonly rate: string; readonly packageIndex: number | null }
  | { readonly do: 'add-fee'; readonly name: string; readonly amount: string }
  | { readonly do: 'remove-fees' }
  | SentCall;

/** What a write is called. */
export type WriteName = CartWrite['do'];

const itemKey = z.string();
const quantity = z.number();
const quantities = z.record(z.string(), z.number());
const texts = z.record(z.string(), z.string());

export const cartWriteSchema: z.ZodMiniType<CartWrite> = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('add-item'),
    product: z.string(),
    quantity,
    variationId: z.nullable(z.number()),
    variation: texts,
    itemData: z.record(z.string(), z.unknown()),
    price: z.nullable(z.string()),
  }),
  z.object({ do: z.literal('add-items'), product: z.string(), quantities }),
  z.object({ do: z.literal('update-item'), itemKey, quantity }),
  z.object({ do: z.literal('remove-item'), itemKey }),
  z.object({ do: z.literal('restore-item'), itemKey }),
  z.object({ do: z.literal('update-items'), quantities }),
  z.object({ do: z.literal('clear') }),
  z.object({ do: z.literal('calculate') }),
  z.object({ do: z.literal('update-customer'), fields: texts }),
  z.object({ do: z.literal('apply-coupon'), code: z.string() }),
  z.object({ do: z.literal('remove-coupon'), code: z.string() }),
  z.object({
    do: z.literal('choose-rate'),
    rate: z.string(),
    packageIndex: z.nullable(z.number()),
  }),
  z.object({ do: z.literal('add-fee'), name: z.string(), amount: z.string() }),
  z.object({ do: z.literal('remove-fees') }),
  sentCallSchema,
]);
