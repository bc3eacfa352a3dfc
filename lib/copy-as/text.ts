/** What is not to be told, and the variable that stands for it in a snippet. */
export interface Secret {
  /** `CART_KEY`; equal texts have the same, different ones never. */
  readonly variable: string;
  /** To the letter as it stood in the request, escapes included. */
  readonly text: string;
}

/** A text of a request in pieces: joined, they are the text to the letter. */
export type Text = readonly (string | Secret)[];

/** The text with its secrets in place. */
export function plain(text: Text): string {
  return text.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
}

/** The variables that stand in some texts, each once, in order. */
export function variablesOf(texts: readonly Text[]): readonly string[] {
  const secrets = texts.flat().filter((piece) => typeof piece !== 'string');
  return [...new Set(secrets.map(({ variable }) => variable))];
}

/** What to write in place of a secret, in words: `your cart key`. */
export function standIn(variable: string): string {
  return `your ${variable.toLowerCase().replaceAll('_', ' ')}`;
}

/**
 * Characters that nobody sees where they are shown, and that a terminal takes for keys: they are written
 * as escapes, so that a snippet is what it looks like (CVE-2021-42574, "Trojan Source").
 */
export const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
