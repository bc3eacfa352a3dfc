import { maskKey } from '../cocart/cart-key.ts';
import type { Body, Exchange, Header } from '../http/exchange.ts';
import { hideCredentials } from '../http/hide-credentials.ts';

/**
 * An exchange as it may stand on a screen: passwords, tokens and login cookies are taken out, and cart
 * keys masked unless they were asked for.
 *
 * @param keys every cart key that was seen in it
 */
export function shownExchange(
  exchange: Exchange,
  keys: readonly string[],
  showKeys: boolean,
): Exchange {
  const hidden = hideCredentials(exchange);
  if (showKeys) return hidden;
  const masks = [...new Set(keys)].map((key) => [key, maskKey(key)] as const);
  const mask = (text: string) =>
    masks.reduce((masked, [key, shown]) => masked.replaceAll(key, shown), text);
  const maskHeader = ({ name, value }: Header) => ({ name, value: mask(value) });
  const maskBody = (body: Body): Body => (body.text === null ? body : { text: mask(body.text) });
  const { request, response } = hidden;
  return {
    ...hidden,
    request: {
      ...request,
      url: mask(request.url),
      headers: request.headers.map(maskHeader),
      body: maskBody(request.body),
    },
    response: {
      ...response,
      headers: response.headers.map(maskHeader),
      body: maskBody(response.body),
    },
  };
}
