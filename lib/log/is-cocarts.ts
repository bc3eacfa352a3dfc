import { readExchange } from '../cocart/read-exchange.ts';
import type { Exchange } from '../http/exchange.ts';
import { CART_WORDS, isCallByAddress } from './worth-reading.ts';

/**
 * True for a call to CoCart: by its address, else by what it was answered. A store that shows so that it
 * goes by another name is put to `stores`, beginnings of URLs, and its calls are known from then on.
 */
export function isCocarts(exchange: Exchange, stores: Set<string>): boolean {
  if (isCallByAddress(exchange.request.url, stores)) return true;
  if (!CART_WORDS.test(exchange.response.body.text ?? '')) return false;
  const { cart, address } = readExchange(exchange);
  if (address) stores.add(`${address.restRoot}${address.namespace}/`);
  return cart !== null || address !== null;
}
