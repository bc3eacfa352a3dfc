import { withoutKey } from './act-requests.ts';
import type { WriteRequest } from './write-request.ts';

/** Nothing of a URL looks like this, so that it can be told from the rest once all is quoted. */
const KEY = '\u0000';

/**
 * A request as a command for a POSIX shell. What opens the cart is left out: a guest's key is taken
 * from `$CART_KEY`, a customer's cookies from `$STORE_COOKIES`, name and password from `$CUSTOMER`
 * (`jane:secret`).
 */
export function curlCommand({ method, url, headers, body, credentials }: WriteRequest): string {
  const address = quote(withoutKey(url, KEY)).replace(KEY, `'"$CART_KEY"'`).replace(/''$/, '');
  return [
    // Brackets in an address are its own: without this curl takes them for a list of addresses.
    `curl --globoff --request ${method} ${address}`,
    ...headers.map(({ name, value }) =>
      name === 'Authorization' ? '--user "$CUSTOMER"' : `--header ${quote(`${name}: ${value}`)}`,
    ),
    ...(credentials === 'include' ? ['--cookie "$STORE_COOKIES"'] : []),
    ...(body === null ? [] : [`--data-raw ${quote(body)}`]),
  ].join(' \\\n  ');
}

/** Text for a POSIX shell, to the letter. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
