import type { RestContext } from './rest-context.ts';
import { ok, type RestReply, type Route } from './routes.ts';

/** `GET /store`; only 3.0 tells its version and routes. */
function getStore(context: RestContext): RestReply {
  const { store } = context;
  const url = (path: string) => store.restUrl(`/${store.options.namespace}/v2/${path}`);
  const facts = {
    title: 'Store',
    description: store.isFirst ? 'Just another WordPress site' : '',
    home_url: store.siteUrl,
    language: 'en-US',
    gmt_offset: '0',
    timezone_string: store.isFirst ? '' : '+00:00',
    store_address: { address: '', address_2: '', city: '', country: 'US:CA', postcode: '' },
  };
  if (!store.isFirst) return ok(facts);
  return ok({
    version: store.version,
    ...facts,
    routes: {
      cart: url('cart'),
      'cart-add-item': url('cart/add-item'),
      'cart-add-items': url('cart/add-items'),
      'cart-item': url('cart/item'),
      'cart-items': url('cart/items'),
      'cart-items-count': url('cart/items/count'),
      'cart-calculate': url('cart/calculate'),
      'cart-clear': url('cart/clear'),
      'cart-totals': url('cart/totals'),
      login: url('login'),
      logout: url('logout'),
    },
    _links: { help: [{ href: 'https://docs.cocart.xyz/' }] },
  });
}

export const V2_STORE_ROUTE: Route = {
  path: '/store',
  about: 'store',
  endpoints: [{ method: 'GET', run: getStore }],
};
