/**
 * A stored value without its key and with everything else as it was: of a JSON object, percent-encoded
 * or not, the field is cut out. Null where the key is all there is.
 */
export function withoutKey(value: string, held: string): string | null {
  const text = decoded(value);
  if (!text.trimStart().startsWith('{')) return null;
  const field = `"(?:cart_key|cartKey)"\\s*:\\s*"${held}"`;
  const cut = text.replaceAll(new RegExp(`,\\s*${field}|${field}\\s*,?\\s*`, 'g'), '');
  return text === value ? cut : encodeURIComponent(cut);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
