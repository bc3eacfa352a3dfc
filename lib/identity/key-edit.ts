import type { BrowserCookie } from '../site-data.ts';
import { z } from '../zod.ts';

/** What an entry of the page's storage is to hold; null takes it away. */
export interface StorageEdit {
  readonly in: 'localStorage' | 'sessionStorage';
  readonly name: string;
  /** As it was read. An entry that holds something else by now is left alone. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What a cookie is to hold; null takes it away. Its attributes stay as they are. */
export interface CookieEdit {
  readonly in: 'cookie';
  readonly cookie: CookieAttributes;
  readonly before: string | null;
  readonly after: string | null;
}

/** One place where a browser keeps a cart key, and what becomes of it. */
export type KeyEdit = StorageEdit | CookieEdit;

/** A cookie without its value. */
export type CookieAttributes = Omit<BrowserCookie, 'value' | 'cut'>;

const text = z.nullable(z.string());

const cookieAttributesSchema: z.ZodMiniType<CookieAttributes> = z.object({
  name: z.string(),
  domain: z.string(),
  hostOnly: z.boolean(),
  path: z.string(),
  secure: z.boolean(),
  httpOnly: z.boolean(),
  sameSite: z.enum(['none', 'lax', 'strict', 'unspecified']),
  expiresAt: z.nullable(z.number()),
  partition: text,
});

export const keyEditSchema: z.ZodMiniType<KeyEdit> = z.union([
  z.object({
    in: z.enum(['localStorage', 'sessionStorage']),
    name: z.string(),
    before: text,
    after: text,
  }),
  z.object({ in: z.literal('cookie'), cookie: cookieAttributesSchema, before: text, after: text }),
]);

/** The edit that brings back what this one took or changed. */
export function inverseOf(edit: KeyEdit): KeyEdit {
  return { ...edit, before: edit.after, after: edit.before };
}
