import type { DemoStore } from './demo-store.ts';
import type { Json, JsonObject } from './json.ts';
import { PLUS_ROUTES } from './plus-routes.ts';
import { PRO_ROUTES } from './pro-routes.ts';
import { PRODUCT_ROUTES } from './products-routes.ts';
import type { HeaderList } from './rest-headers.ts';
import type { Route } from './routes.ts';
import { V1_ROUTES } from './v1-routes.ts';
import { V2_ACCOUNT_ROUTES } from './v2-account-routes.ts';
import { V2_CART_ROUTES, V2_UPDATE_ROUTE } from './v2-cart-routes.ts';
import { V2_SESSION_ROUTES } from './v2-session-routes.ts';
import { V2_STORE_ROUTE } from './v2-store-route.ts';

/** The routes of a namespace that its index lists. */
export function listedRoutes(store: DemoStore, version: 'v1' | 'v2'): readonly Route[] {
  const { addOn } = store.options;
  if (version === 'v1') return addOn === 'pro' ? [...V1_ROUTES, ...PRO_ROUTES] : V1_ROUTES;
  return [
    V2_STORE_ROUTE,
    ...V2_CART_ROUTES,
    ...(store.isFirst ? [] : [V2_UPDATE_ROUTE]),
    ...V2_ACCOUNT_ROUTES,
    ...V2_SESSION_ROUTES,
    ...(store.isFirst ? [] : PRODUCT_ROUTES),
    ...(addOn === 'plus' ? PLUS_ROUTES : []),
  ];
}

/** The routes of a namespace that answer. */
export function servedRoutes(store: DemoStore, version: 'v1' | 'v2'): readonly Route[] {
  const listed = listedRoutes(store, version);
  const isUnlistedPro = version === 'v1' && store.options.addOn !== 'pro';
  return isUnlistedPro ? [...listed, ...PRO_ROUTES] : listed;
}

/** The methods of a route, as the header `Allow` names them. */
export function allowOf(route: Route): string {
  return route.endpoints.map((endpoint) => endpoint.method).join(', ');
}

/** Headers as the envelope writes them: in their own spelling, numbers as numbers. */
export function envelopeHeaders(headers: HeaderList): JsonObject {
  const spelled = headers.map(([name, value]): [string, Json] => {
    const words = name.split('-').map((word) => {
      if (word === 'cocart') return 'CoCart';
      return word === 'api' ? 'API' : word.charAt(0).toUpperCase() + word.slice(1);
    });
    return [words.join('-'), /^\d{10}$/.test(value) ? Number(value) : value];
  });
  return Object.fromEntries(spelled);
}
