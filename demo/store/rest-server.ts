import { onlyFields } from './cart-response.ts';
import { cartCookies } from './cookies.ts';
import type { DemoStore } from './demo-store.ts';
import { guardKey, identify, SilentFailure } from './identify.ts';
import type { Json, JsonObject } from './json.ts';
import { RestContext } from './rest-context.ts';
import { RestError, WrappedError } from './rest-error.ts';
import {
  apiLink,
  cacheHeaders,
  cartHeaders,
  corsHeaders,
  type HeaderList,
  jsonHeaders,
  varies,
} from './rest-headers.ts';
import { namespaceIndex, routeDescription, routesOf, siteIndex } from './rest-index.ts';
import type { RestRequest } from './rest-request.ts';
import { allowOf, envelopeHeaders, listedRoutes, servedRoutes } from './route-table.ts';
import { matchRoute, type Route } from './routes.ts';

/** An HTTP answer of the REST API; the body is text already. */
export interface RestAnswer {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: string;
}

/** Bytes of output after which PHP sends what it has, headers first. */
const PHP_BUFFER = 4096;

const NO_ROUTE = new RestError(
  'rest_no_route',
  'No route was found matching the URL and request method.',
  404,
);

function answer(status: number, body: Json, headers: HeaderList): RestAnswer {
  return { status, headers: [...jsonHeaders(), ...headers], body: JSON.stringify(body) };
}

/** The site's REST API: takes a request apart, finds its route, answers as the generation would. */
export class RestServer {
  readonly #store: DemoStore;

  constructor(store: DemoStore) {
    this.#store = store;
  }

  handle(request: RestRequest): RestAnswer {
    const namespace = this.#namespaceOf(request.route);
    try {
      if (namespace === null) return this.#outside(request);
      if (request.method === 'OPTIONS') return this.#describe(request, namespace);
      return this.#inside(request, namespace);
    } catch (error) {
      if (error instanceof SilentFailure) return { status: 500, headers: jsonHeaders(), body: '' };
      if (error instanceof WrappedError) return this.#wrapped(request, error);
      if (error instanceof RestError) return this.#refused(request, namespace, error);
      throw error;
    }
  }

  #namespaceOf(route: string): { name: string; version: 'v1' | 'v2'; path: string } | null {
    const { namespace } = this.#store.options;
    for (const version of ['v1', 'v2'] as const) {
      const name = `${namespace}/${version}`;
      if (route === `/${name}` || route.startsWith(`/${name}/`)) {
        return { name, version, path: route.slice(name.length + 1) };
      }
    }
    return null;
  }

  /** WordPress's own index; whatever else is not there. */
  #outside(request: RestRequest): RestAnswer {
    const store = this.#store;
    const common = [
      ...corsHeaders(
        store,
        request,
        request.route.startsWith(`/${store.options.namespace}/`),
        false,
      ),
      apiLink(store),
      ...cacheHeaders(store, false),
      ...this.#vary(request, false),
      ...this.#mintedKey(request),
    ];
    if (request.route !== '/' && request.route !== '') return answer(404, NO_ROUTE.body, common);
    const routes: JsonObject = {
      ...routesOf(store, `${store.options.namespace}/v1`, listedRoutes(store, 'v1')),
      ...routesOf(store, `${store.options.namespace}/v2`, listedRoutes(store, 'v2')),
    };
    return answer(200, siteIndex(store, routes), [...common, ['allow', 'GET']]);
  }

  /** 3.0 answers OPTIONS with `true`; 4.3 describes the route, but ends a preflight early and empty. */
  #describe(request: RestRequest, namespace: { name: string; version: 'v1' | 'v2'; path: string }) {
    const store = this.#store;
    const route = servedRoutes(store, namespace.version).find((one) =>
      matchRoute(one, namespace.path),
    );
    const preflight =
      request.headers.has('origin') && request.headers.has('access-control-request-method');
    const early = preflight && !store.isFirst;
    const headers: HeaderList = [
      ...corsHeaders(store, request, true, early),
      apiLink(store),
      ...cacheHeaders(store, false),
      ...(early ? [] : this.#vary(request, false)),
      ...this.#mintedKey(request),
    ];
    if (store.isFirst) return answer(200, true, headers);
    if (route === undefined) return answer(404, NO_ROUTE.body, headers);
    headers.push(['allow', allowOf(route)]);
    if (early) return { status: 200, headers: [...jsonHeaders(), ...headers], body: '' };
    return answer(200, routeDescription(store, namespace.name, route), headers);
  }

  #inside(
    request: RestRequest,
    namespace: { name: string; version: 'v1' | 'v2'; path: string },
  ): RestAnswer {
    const store = this.#store;
    const user = identify(store, request);
    const context = new RestContext(store, request, user);
    guardKey(store, context.carts.requestedKey, user);
    const signedIn = user !== null && !request.route.endsWith('/logout');
    const common: HeaderList = [
      ...corsHeaders(store, request, true, false),
      ...cacheHeaders(store, signedIn),
      ...this.#vary(request, signedIn),
    ];
    if (namespace.path === '' && request.method === 'GET') {
      const index = namespaceIndex(store, namespace.name, listedRoutes(store, namespace.version));
      const headers: HeaderList = [...common, apiLink(store), ['allow', 'GET']];
      return answer(200, index, [...headers, ...cartHeaders(context, null)]);
    }
    const found = this.#find(request, namespace.version, namespace.path);
    if (found === null) {
      return answer(404, NO_ROUTE.body, [
        ...common,
        apiLink(store),
        ...cartHeaders(context, null),
        ...this.#cookies(context, null, NO_ROUTE.body),
      ]);
    }
    const { route, endpoint } = found;
    try {
      const reply = endpoint.run(context);
      const own = reply.headers ?? [];
      const headers: HeaderList = [
        ...common,
        ...(own.some(([name]) => name === 'link') ? [] : [apiLink(store)]),
        ...own.map(([name, value]): [string, string] => [name, value]),
        ...this.#cookies(context, route, reply.body),
      ];
      return this.#finish(context, route, reply.status, reply.body, headers);
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      const denied =
        error.code === 'cocart_rest_cannot_view' || error.code === 'cocart_cannot_read_cart';
      return answer(error.status, error.body, [
        ...common,
        apiLink(store),
        ...(denied ? [] : [['allow', allowOf(route)] satisfies [string, string]]),
        ...(store.isFirst ? cartHeaders(context, route) : []),
        ...this.#cookies(context, route, error.body),
      ]);
    } finally {
      context.carts.save();
    }
  }

  #find(request: RestRequest, version: 'v1' | 'v2', path: string) {
    for (const route of servedRoutes(this.#store, version)) {
      const params = matchRoute(route, path);
      const endpoint = route.endpoints.find((one) => one.method === request.method);
      if (params === null || endpoint === undefined) continue;
      request.setPathParams(params);
      return { route, endpoint };
    }
    return null;
  }

  /** `_fields` and `_envelope`, which WordPress does for every route. */
  #finish(
    context: RestContext,
    route: Route,
    status: number,
    body: Json,
    headers: HeaderList,
  ): RestAnswer {
    const { request } = context;
    const own: HeaderList = [['allow', allowOf(route)]];
    const cart = cartHeaders(context, route);
    const shown = onlyFields(body, request.query.get('_fields') ?? undefined);
    if (!request.query.has('_envelope')) {
      return answer(status, shown, [...headers, ...own, ...cart]);
    }
    const inside = this.#store.isFirst ? own : [...cart, ...own];
    const wrapped = { body: shown, status, headers: envelopeHeaders(inside) };
    return answer(200, wrapped, this.#store.isFirst ? [...headers, ...cart] : headers);
  }

  /**
   * 3.0 sets the storefront's cookies again in nearly every answer about a cart that has something in
   * it, refusals too. A long answer to a read carries none: PHP has sent the headers by then.
   */
  #cookies(context: RestContext, route: Route | null, body: Json): HeaderList {
    const { carts, request, store } = context;
    const aboutCarts = route === null || route.about === 'cart';
    if (!store.isFirst || !aboutCarts) return [];
    if (request.method === 'GET' && JSON.stringify(body).length > PHP_BUFFER) return [];
    const cart = carts.opened ?? (carts.requestedKey === undefined ? null : carts.open());
    if (cart === null) return [];
    const hash = cart.isEmpty ? carts.hashBefore : cart.hash;
    if (hash === '') return [];
    const known = request.headers.get('cookie') ?? '';
    return cartCookies(store, cart.session, hash, 'api')
      .filter((line) => !known.includes(line.split(';')[0] ?? line))
      .map((line) => ['set-cookie', line]);
  }

  #vary(request: RestRequest, signedIn: boolean): HeaderList {
    return varies(request, signedIn) ? [['vary', 'Origin']] : [];
  }

  /** 3.0 names a key on answers that have nothing to do with a cart. */
  #mintedKey(request: RestRequest): HeaderList {
    return this.#store.isFirst && request.route !== '/' && request.route !== ''
      ? [['x-cocart-api', this.#store.newGuestKey('api')]]
      : [];
  }

  #wrapped(request: RestRequest, error: WrappedError): RestAnswer {
    if (this.#store.isFirst) return answer(error.status, error.body, []);
    const cors = corsHeaders(this.#store, request, false, false);
    return answer(error.status, error.body, [...cors, apiLink(this.#store)]);
  }

  #refused(request: RestRequest, namespace: { name: string } | null, error: RestError): RestAnswer {
    const store = this.#store;
    return answer(error.status, error.body, [
      ...corsHeaders(store, request, namespace !== null, false),
      apiLink(store),
      ...cacheHeaders(store, false),
      ...this.#vary(request, false),
    ]);
  }
}
