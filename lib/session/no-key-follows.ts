import { rowFor, type VersionSpan } from './version-span.ts';

interface Follows {
  readonly span: VersionSpan;
  readonly text: string;
  readonly source: string;
}

/** What a call without a key comes to. One row a range of versions; the first that fits holds. */
export const NO_KEY_FOLLOWS: readonly Follows[] = [
  {
    span: { beta: true },
    text: 'Each call without a key gets a new key and an empty cart. Looking alone leaves nothing behind on the server.',
    source: 'measured on 4.4.0-beta.6',
  },
  {
    span: { from: '4.2', before: '4.4' },
    text: 'Each call without a key makes a new cart, and leaves a new session on the server each time, even where it only looks.',
    source: 'measured on 4.3.6',
  },
  {
    span: { from: '4.2' },
    text: 'Each call without a key makes a new cart.',
    source: 'CoCart 4.2 and later, class-cocart-session-handler.php',
  },
  {
    span: { before: '4.2' },
    text: 'A call with neither a key nor the store’s session cookie gets a new cart. The cookie keeps the cart only where the browser stores it and sends it.',
    source: 'measured on 3.0.17 and 3.12.0',
  },
];

const UNKNOWN_VERSION_FOLLOWS =
  'A call without a key gets a new cart: always from CoCart 4.2 on; before that wherever the session cookie is not sent. The version has not been told yet.';

/** What a call without a key comes to on this version. */
export function whatNoKeyMeans(version: string | null): string {
  return rowFor(NO_KEY_FOLLOWS, version)?.text ?? UNKNOWN_VERSION_FOLLOWS;
}
