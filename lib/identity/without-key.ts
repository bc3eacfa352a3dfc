import { isObject, keyField } from './key-field.ts';

/**
 * A stored value without its keys and with everything else as it was, to the byte: of a JSON object,
 * percent-encoded or not, the fields are cut out. Null where the key is all there is.
 */
export function withoutKey(value: string): string | null {
  if (!isObject(value)) return null;
  const { opening, quote, comma, space } = keyField(value);
  const field = `${opening}[\\w-]+${quote}`;
  const cut = `${comma}${space}${field}|${field}${space}${comma}?${space}`;
  return value.replaceAll(new RegExp(cut, 'g'), '');
}
