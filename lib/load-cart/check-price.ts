import { inSpan } from '../session/version-span.ts';

/** What a check of a key costs the shop: said at the button. */
export function priceOfCheck(version: string | null): string {
  const cost =
    'Reads the browser’s session cookie, then asks the store for this cart and for the one that the ' +
    'browser has: two reads, which hand out waiting notices and move the expiry on.';
  return version === null || inSpan(version, { from: '4.2', before: '4.4' })
    ? `${cost} A key that the store does not know leaves an empty session behind.`
    : cost;
}
