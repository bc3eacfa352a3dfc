import type { StoreAddress } from '../cocart/reading.ts';
import { z } from '../zod.ts';

/** Page of the store that a link opens. */
export type LandingPage = 'home' | 'cart' | 'checkout';

/** Something that a person has to accept by a press of its own before a cart is loaded. */
export type RiskName = 'signs-in' | 'loses-both' | 'loses-session' | 'customer-here';

/**
 * A cart that is to become the one of this browser, as a person put it together. It is read by the
 * API v2, which every version from 3.0 has beside v1.
 */
export interface LoadRequest {
  readonly store: StoreAddress;
  /** CoCart's version, where the store told it. */
  readonly version: string | null;
  /** The site's address as the store tells it: session cookies may be named by it. */
  readonly homeUrl: string | null;
  readonly key: string;
  /** `c_hash` of a customer's cart: with it the link is a sign-in. */
  readonly hash: string | null;
  /** The argument's name: `cocart-load-cart`, unless the store changed it (`cocart_load_cart_query_name`). */
  readonly queryName: string;
  /** Switches that go along, by their names in the link. */
  readonly switches: readonly ('keep-cart' | 'notify' | 'redirect')[];
  readonly page: LandingPage;
  readonly tab: 'this' | 'new';
  readonly accepted: readonly RiskName[];
}

export const QUERY_NAME = 'cocart-load-cart';

export const riskName = z.enum(['signs-in', 'loses-both', 'loses-session', 'customer-here']);

export const loadRequestSchema: z.ZodMiniType<LoadRequest> = z.object({
  store: z.object({ origin: z.string(), restRoot: z.string(), namespace: z.string() }),
  version: z.nullable(z.string()),
  homeUrl: z.nullable(z.string()),
  key: z.string(),
  hash: z.nullable(z.string()),
  queryName: z.string(),
  switches: z.array(z.enum(['keep-cart', 'notify', 'redirect'])),
  page: z.enum(['home', 'cart', 'checkout']),
  tab: z.enum(['this', 'new']),
  accepted: z.array(riskName),
});
