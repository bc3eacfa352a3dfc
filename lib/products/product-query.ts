import { z } from '../zod.ts';

/** Which products a person asks the store for. */
export interface ProductQuery {
  readonly by: 'name' | 'sku' | 'id' | 'ids';
  /** A name or part of it, a SKU, an id, or ids with commas between. */
  readonly text: string;
}

export const productQuerySchema: z.ZodMiniType<ProductQuery> = z.object({
  by: z.enum(['name', 'sku', 'id', 'ids']),
  text: z.string(),
});
