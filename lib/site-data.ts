import { looksLikeCartKey } from './cocart/cart-key.ts';
import { failureSchema } from './failure-schema.ts';
import type { Failure } from './outcome.ts';
import { z } from './zod.ts';

/** A cookie as the browser keeps it, HttpOnly and partitioned ones included. */
export interface BrowserCookie {
  readonly name: string;
  /** At most `MOST_VALUE` characters. What signs a person in is taken out before it is handed on. */
  readonly value: string;
  /** Characters that were cut. */
  readonly cut: number;
  /** `shop.example`, or `.shop.example` where sub-domains get it too. */
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: 'none' | 'lax' | 'strict' | 'unspecified';
  /** ms since the epoch; null where it ends with the browser. */
  readonly expiresAt: number | null;
  /** Site of the top page that the cookie is kept for; null where it is kept for all. */
  readonly partition: string | null;
}

/** A session cookie as the browser had it, and where it is put back. */
export interface KeptSession {
  /** Address that it is set for. */
  readonly url: string;
  readonly jar: string | null;
  readonly cookie: BrowserCookie;
}

/** The cookies of some addresses in one jar, as far as they may have to do with a cart. */
export interface CookieReading {
  readonly cookies: readonly BrowserCookie[];
  /** Cookies that have nothing to do with a cart, which stay where they are. */
  readonly others: number;
  /** A private window and each container have a jar of their own; null where the browser does not say. */
  readonly jar: string | null;
  /** True where the tab is in a private window. */
  readonly isPrivate: boolean;
  /** When they were read, in ms since the epoch. */
  readonly asOf: number;
}

/** Whose cookies a tab has: a private window and each container have a jar of their own. */
export interface TabJar {
  /** The browser's name of it; null where the browser does not say. */
  readonly jar: string | null;
  readonly isPrivate: boolean;
}

/** An entry of a page's storage that may hold a key or a token. */
export interface StorageEntry {
  readonly area: 'localStorage' | 'sessionStorage';
  readonly name: string;
  /** At most `MOST_VALUE` characters. */
  readonly value: string;
  /** Characters that were cut. */
  readonly cut: number;
}

/** What a page's two storages hold, as far as it may have to do with a cart. */
export interface StorageReading {
  /** Origin of the document. */
  readonly origin: string;
  readonly entries: readonly StorageEntry[];
  /** Entries in both storages. */
  readonly total: number;
  /** Entries beyond what is looked through. */
  readonly unread: number;
  /** Entries that were looked at and may concern a cart, beyond what is taken along. */
  readonly left: number;
  /** When they were read, in ms since the epoch. */
  readonly asOf: number;
}

/** What became of reading something in the browser. */
export type SiteRead<T> =
  | { readonly is: 'read'; readonly value: T }
  /** Access was never given, or was taken away. */
  | { readonly is: 'no-access' }
  | { readonly is: 'tab-closed' }
  | { readonly is: 'failed'; readonly failure: Failure };

/** That the browser's cookies changed, without what they hold. */
export interface CookieChange {
  readonly name: string;
  readonly domain: string;
  readonly jar: string;
  readonly removed: boolean;
  /** The browser's word for why: `explicit`, `overwrite`, `expired`, `evicted`. */
  readonly cause: string;
  /** ms since the epoch. */
  readonly at: number;
}

/** Characters of a value that are taken along: a browser keeps 4096 bytes of a cookie. */
export const MOST_VALUE = 4096;

export const STORAGE_LIMITS = {
  /** Entries of each storage that are looked through. */
  scanned: 10_000,
  /** Entries of each storage that are taken along. */
  entries: 60,
  /** Longer values are looked at by their beginning. */
  value: MOST_VALUE,
} as const;

/** Names in which front ends, CoCart and WooCommerce keep what concerns a cart or who a person is. */
export const CART_NAME =
  '^wp-cocart|^wp_(?:cocart|woocommerce)|cocart|woocommerce|^wordpress_logged_in_|cart|woo[-_]|^wc[-_]|session|jwt|nonce|token';

/** Values in the form of a generated key (bare or as a JSON string), a JSON object with one, or a JWT. */
export const CART_VALUE =
  '^"?(?:(?:t_)?[0-9a-f]{30}|[0-9a-f]{32})"?$|"cart_?key"|^"?eyJ[\\w-]{8,}\\.[\\w-]{8,}\\.';

const cartName = new RegExp(CART_NAME, 'i');
const cartValue = new RegExp(CART_VALUE, 'i');

/** True when a cookie may have to do with a cart; every other one is only counted. */
export function concernsCart(name: string, value: string): boolean {
  return cartName.test(name) || looksLikeCartKey(value) || cartValue.test(value.slice(0, 2_000));
}

const cookieSchema: z.ZodMiniType<BrowserCookie> = z.object({
  name: z.string(),
  value: z.string(),
  cut: z.number(),
  domain: z.string(),
  hostOnly: z.boolean(),
  path: z.string(),
  secure: z.boolean(),
  httpOnly: z.boolean(),
  sameSite: z.enum(['none', 'lax', 'strict', 'unspecified']),
  expiresAt: z.nullable(z.number()),
  partition: z.nullable(z.string()),
});

export const keptSessionSchema: z.ZodMiniType<KeptSession> = z.object({
  url: z.string(),
  jar: z.nullable(z.string()),
  cookie: cookieSchema,
});

export const cookieReadingSchema: z.ZodMiniType<CookieReading> = z.object({
  cookies: z.array(cookieSchema),
  others: z.number(),
  jar: z.nullable(z.string()),
  isPrivate: z.boolean(),
  asOf: z.number(),
});

export const storageReadingSchema: z.ZodMiniType<StorageReading> = z.object({
  origin: z.string(),
  entries: z.array(
    z.object({
      area: z.enum(['localStorage', 'sessionStorage']),
      name: z.string(),
      value: z.string(),
      cut: z.number(),
    }),
  ),
  total: z.number(),
  unread: z.number(),
  left: z.number(),
  asOf: z.number(),
});

export const cookieChangeSchema: z.ZodMiniType<CookieChange> = z.object({
  name: z.string(),
  domain: z.string(),
  jar: z.string(),
  removed: z.boolean(),
  cause: z.string(),
  at: z.number(),
});

export const tabJarSchema: z.ZodMiniType<TabJar> = z.object({
  jar: z.nullable(z.string()),
  isPrivate: z.boolean(),
});

/** How a reading travels. */
export function siteReadSchema<T>(value: z.ZodMiniType<T>): z.ZodMiniType<SiteRead<T>> {
  return z.union([
    z.object({ is: z.literal('read'), value }),
    z.object({ is: z.literal('no-access') }),
    z.object({ is: z.literal('tab-closed') }),
    z.object({ is: z.literal('failed'), failure: failureSchema }),
  ]);
}
