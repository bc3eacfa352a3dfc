/** Parts of a regular expression that find the key of a JSON value, with what stands around it. */
export interface KeyField {
  /** From the name of the field to the quote before its key. */
  readonly opening: string;
  readonly quote: string;
  readonly comma: string;
  readonly space: string;
}

/**
 * The field that holds the key of a JSON value, in the encoding of that value. What is no JSON as it
 * stands may have any of its characters percent-encoded: js-cookie encodes quotes and commas, and
 * leaves braces and colons. In JSON an encoded quote is text.
 */
export function keyField(value: string): KeyField {
  const isPlain = isJson(value);
  const spelled = (plain: string, encoded: string) => (isPlain ? plain : `(?:${plain}|${encoded})`);
  const quote = spelled('"', '%22');
  const space = `${spelled('\\s', '%20|%0[9AaDd]')}*`;
  // A quote that is escaped is one of the text.
  const free = `(?<!${spelled('\\\\', '%5[Cc]')})`;
  const opening = `${free}${quote}(?:cart_key|cartKey)${quote}${space}${spelled(':', '%3[Aa]')}${space}${quote}`;
  return { opening, quote, comma: spelled(',', '%2[Cc]'), space };
}

/** True for a JSON object, percent-encoded or not. */
export function isObject(value: string): boolean {
  return /^(?:\s|%20|%0[9AaDd])*(?:\{|%7[Bb])/.test(value);
}

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}
