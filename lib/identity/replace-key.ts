import { looksLikeCartKey } from '../cocart/cart-key.ts';
import { isObject, keyField } from './key-field.ts';

/**
 * A stored value with another key in it and everything else as it was, to the byte: the bare key, a
 * JSON string, a JSON object that holds it, or any of these percent-encoded. A generated key means the
 * cart wherever it stands; any other may be a number or a word that means something else beside it, and
 * is replaced only where the value is the key or names it. Null where that finds nothing. Keys are of
 * letters, digits, `-` and `_`, so that no form writes them differently.
 */
export function replaceKey(value: string, held: string, key: string): string | null {
  const after = looksLikeCartKey(held)
    ? value.replaceAll(tokenOf(held), () => key)
    : value.replaceAll(named(value, held), (_, left, right) => left + key + right);
  return after === value ? null : after;
}

/** What is percent-encoded before a key ends in digits or letters, and is no part of it. */
function tokenOf(held: string): RegExp {
  return new RegExp(`(?:(?<![\\w-])|(?<=%[\\dA-Fa-f]{2}))${held}(?![\\w-])`, 'g');
}

function named(value: string, held: string): RegExp {
  const { opening, quote, space } = keyField(value);
  if (isObject(value)) return new RegExp(`(${opening})${held}(${quote})`, 'g');
  return new RegExp(`^(${space}${quote}?)${held}(${quote}?${space})$`, 'g');
}
