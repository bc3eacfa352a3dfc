import { looksLikeCartKey } from '../cocart/cart-key.ts';
import type { SecretKind } from './place.ts';

/** Secrets that are known by their form, wherever they stand. */
const FORMS: readonly (readonly [pattern: RegExp, kind: SecretKind])[] = [
  // `jwt.ts`: `eyJ` is how `{"` is written.
  [/eyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)*/g, 'token'],
  // WooCommerce: class-wc-auth.php, keys of its REST API.
  [/\bc[ks]_[0-9a-f]{40}\b/g, 'token'],
  [/[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g, 'e-mail'],
];

/** Hashes and keys: WordPress and WooCommerce write them as MD5, SHA or random bytes. */
const HEX = /(?<![0-9a-z])(?:t_)?[0-9a-f]{30,}(?![0-9a-z])/gi;

/** A secret that was found by its form. */
export interface Found {
  readonly text: string;
  readonly kind: SecretKind;
}

/** What in a text has the form of a secret. Old cart keys and item keys have one form: `hash` then. */
export function findSecrets(text: string): readonly Found[] {
  const found: Found[] = [];
  for (const [pattern, kind] of FORMS) {
    for (const [match] of text.matchAll(pattern)) found.push({ text: match, kind });
  }
  for (const [match] of text.matchAll(HEX)) {
    const isKey = match.length !== 32 && looksLikeCartKey(match);
    found.push({ text: match, kind: isKey ? 'key' : match.length > 64 ? 'token' : 'hash' });
  }
  return found;
}
