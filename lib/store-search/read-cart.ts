import { ownerOf } from '../cocart/cart-key.ts';
import { readExchange } from '../cocart/read-exchange.ts';
import type { ApiVersion, StoreAddress } from '../cocart/reading.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Outcome } from '../outcome.ts';
import { fail, succeed } from '../outcome.ts';
import { type CartRequest, cartRequest } from './cart-request.ts';

/** What carrying out a wish needs of the browser. */
export interface Asker {
  /** Sends a GET; fails when no answer arrived. */
  get(request: CartRequest): Promise<Outcome<Exchange>>;
  /** Keeps an exchange with the store like every other capture. */
  keep(exchange: Exchange): Promise<void>;
  /** False where the extension's own requests would carry another person's cookies than the tab's. */
  sharesCookies(): Promise<boolean>;
}

/** Asks a store for one cart: by a guest's key, or with `key` null as the signed-in customer. */
export async function readCart(
  store: StoreAddress,
  api: ApiVersion,
  key: string | null,
  asker: Asker,
): Promise<Outcome<'done'>> {
  if (key !== null && ownerOf(key) === 'customer') {
    return fail(
      'A customer’s cart cannot be asked for by its key.',
      `${key} is a user id: the store opens that cart only to the customer who is signed in.`,
      'Sign in to the store in this browser, then refresh.',
    );
  }
  if (key === null && !(await asker.sharesCookies())) {
    return fail(
      'The cart of a signed-in customer cannot be read from here.',
      'This tab is in a private window or a container, whose cookies the browser keeps apart.',
      'Let the page itself ask for its cart while the CoCart panel is open: what it is told is shown.',
    );
  }
  const answer = await asker.get(cartRequest(store, api, key));
  if (!answer.ok) return answer;
  await asker.keep(answer.value);
  const { error, cart, kind, status } = readExchange(answer.value);
  if (cart) return succeed('done');
  const told =
    error?.message ??
    error?.code ??
    `It answered with ${kind === 'html' ? 'a page' : `“${kind}”`}.`;
  return fail(
    `${store.origin} did not give the cart (HTTP ${status}).`,
    told,
    status >= 500
      ? 'The store is in trouble: see its error log, then try again.'
      : 'See the answer in the panel; if the key is wrong, look at the page again.',
  );
}
