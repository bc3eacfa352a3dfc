import { ENCRYPTED_KEY_STORAGE_NAMES, KEY_STORAGE_NAMES } from '../cocart/key-places.ts';
import { z } from '../zod.ts';

/** Bounds of what is taken out of a page, whatever it holds. */
export const CLUE_LIMITS = {
  /** Entries of each storage that are looked through for values that look like keys. */
  scanned: 500,
  /** Entries that are taken along. */
  entries: 40,
  /** Characters of a value that is taken along. */
  valueLength: 4096,
  resources: 50,
  urlLength: 2048,
} as const;

/** Storage entries that are asked for by name, before any other. */
export const STORAGE_NAMES: readonly string[] = [
  ...KEY_STORAGE_NAMES,
  ...ENCRYPTED_KEY_STORAGE_NAMES,
];

export const pageCluesSchema = z.object({
  /** The document's address. */
  url: z.string(),
  /** When the document began, in ms since the epoch. */
  since: z.number(),
  contentType: z.string(),
  /** The REST root by which a WordPress page names its API. */
  apiLink: z.nullable(z.string()),
  /** Addresses of the page's requests that look like REST calls. */
  resources: z.array(z.string()),
  storage: z.array(
    z.object({
      area: z.enum(['localStorage', 'sessionStorage']),
      name: z.string(),
      value: z.string(),
    }),
  ),
});

/** What one look into a page tells: where its store may be, and entries that may hold a cart key. */
export type PageClues = z.infer<typeof pageCluesSchema>;
