/**
 * A stored value with another key in it and everything else as it was: the bare key, a JSON string,
 * a JSON object that holds it, or any of these percent-encoded. Keys are of letters, digits, `-` and
 * `_`, so that no form writes them differently.
 */
export function replaceKey(value: string, held: string, key: string): string {
  return value.replaceAll(new RegExp(`(?<![\\w-])${held}(?![\\w-])`, 'g'), key);
}
