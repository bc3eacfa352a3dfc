import type { Body } from '../http/exchange.ts';
import { textBytes } from '../log/retention.ts';

/** A size as a person reads it: `820 B`, `4.3 kB`, `1.2 MB`. */
export function byteText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1_000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Counting reads the whole text, and a row is drawn again and again. */
const counted = new WeakMap<Body, string>();

/** How large a body is, or why that is not known. */
export function bodySizeText(body: Body): string {
  const known = counted.get(body) ?? readSize(body);
  counted.set(body, known);
  return known;
}

function readSize(body: Body): string {
  if (body.text !== null) return byteText(textBytes(body.text));
  switch (body.missing) {
    case 'none':
      return '0 B';
    case 'dropped':
      return 'dropped';
    case 'too-large':
      return 'too large';
    default:
      return body.missing;
  }
}
