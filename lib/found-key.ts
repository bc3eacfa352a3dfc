import { z } from './zod.ts';

/** Where a cart key rests in the browser, as against the calls that carry it. */
export type KeyRest = 'session-cookie' | 'cookie' | 'localStorage' | 'sessionStorage';

/** A cart key found resting in the browser, with access to its site. */
export interface FoundKey {
  readonly key: string;
  readonly rest: KeyRest;
  /** Name of the cookie or the storage entry. */
  readonly name: string;
  /** Whose cookie or storage it is: `https://shop.example`. */
  readonly origin: string;
  /** End of the session in ms since the epoch, as the cookie tells it. */
  readonly expiresAt: number | null;
  /** True for the one that the cart was then asked for by. */
  readonly used: boolean;
  /** When it was read, in ms since the epoch. */
  readonly asOf: number;
  /** True where only its form speaks for it: much that is no cart key is as long. */
  readonly byForm?: true | undefined;
}

export const foundKeySchema: z.ZodMiniType<FoundKey> = z.object({
  key: z.string(),
  rest: z.enum(['session-cookie', 'cookie', 'localStorage', 'sessionStorage']),
  name: z.string(),
  origin: z.string(),
  expiresAt: z.nullable(z.number()),
  used: z.boolean(),
  asOf: z.number(),
  byForm: z.optional(z.literal(true)),
});
