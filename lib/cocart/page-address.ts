import { KEY_PARAMETERS } from './key-places.ts';
import { MAX_KEY_LENGTH } from './read-sightings.ts';

/** A cart key in the address of a page, as against that of a call. */
export interface AddressKey {
  readonly key: string;
  /** The parameter: `cocart-load-cart`, `cart_key`. */
  readonly name: string;
  /** True where a `c_hash` stands beside it: with a user id that is a sign-in (4.4.0-beta.6). */
  readonly hash: boolean;
}

/** The cart keys in the address of a page. Of a repeated parameter the last counts, as for PHP. */
export function keysInAddress(url: string): readonly AddressKey[] {
  if (!URL.canParse(url)) return [];
  const { searchParams } = new URL(url);
  const hash = Boolean(searchParams.get('c_hash'));
  return KEY_PARAMETERS.flatMap((name) => {
    const key = searchParams.getAll(name).at(-1)?.trim() ?? '';
    return key === '' || key.length > MAX_KEY_LENGTH ? [] : [{ key, name, hash }];
  });
}
