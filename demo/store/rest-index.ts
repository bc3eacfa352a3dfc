import type { DemoStore } from './demo-store.ts';
import type { Json, JsonObject } from './json.ts';
import { phpArray } from './json.ts';
import type { Endpoint, Route } from './routes.ts';

const FIRST_NAMESPACES = [
  'oembed/1.0',
  'wc-admin',
  'wc-analytics',
  'wc/store',
  'wc/store/v1',
  'cocart/v1',
  'cocart/v2',
  'wc/v1',
  'wc/v2',
  'wc/v3',
  'wc-telemetry',
  'wccom-site/v1',
  'wp/v2',
  'wp-site-health/v1',
  'wp-block-editor/v1',
];

/** 4.3 takes CoCart's namespaces out of the list and leaves holes, so that PHP writes an object. */
const LATER_NAMESPACES: JsonObject = {
  '0': 'oembed/1.0',
  '3': 'wc/v3',
  '4': 'jetpack/v4',
  '5': 'wc-admin',
  '6': 'wc-analytics',
  '7': 'wc/store',
  '8': 'wc/store/v1',
  '9': 'wc/private',
  '10': 'wc/v1',
  '11': 'wc/v2',
  '12': 'wc-telemetry',
  '13': 'wccom-site/v3',
  '14': 'wp/v2',
  '15': 'wp-site-health/v1',
  '16': 'wp-block-editor/v1',
};

/** `/wp-json/`. The demo lists the root and, on 3.0, CoCart's routes; a real site lists hundreds more. */
export function siteIndex(store: DemoStore, routes: JsonObject): JsonObject {
  const url = store.siteUrl;
  const rename = (name: string) => name.replace('cocart/', `${store.options.namespace}/`);
  return {
    name: 'Store',
    description: store.isFirst ? 'Just another WordPress site' : '',
    url,
    home: url,
    gmt_offset: '0',
    timezone_string: '',
    namespaces: store.isFirst ? FIRST_NAMESPACES.map(rename) : LATER_NAMESPACES,
    authentication: {
      'application-passwords': {
        endpoints: { authorization: `${url}/wp-admin/authorize-application.php` },
      },
    },
    routes: store.isFirst ? { ...rootRoute(store), ...routes } : rootRoute(store),
    site_logo: 0,
    site_icon: 0,
    ...(!store.isFirst && { site_icon_url: '' }),
    _links: { help: [{ href: 'https://developer.wordpress.org/rest-api/' }] },
  };
}

function rootRoute(store: DemoStore): JsonObject {
  return {
    '/': {
      namespace: '',
      methods: ['GET'],
      endpoints: [{ methods: ['GET'], args: { context: { default: 'view', required: false } } }],
      _links: { self: [{ href: store.restUrl('/') }] },
    },
  };
}

/** `GET /cocart/v2`: every route of a namespace with its arguments. */
export function namespaceIndex(
  store: DemoStore,
  namespace: string,
  routes: readonly Route[],
): JsonObject {
  return {
    namespace,
    routes: routesOf(store, namespace, routes),
    _links: { up: [{ href: store.restUrl('/') }] },
  };
}

export function routesOf(
  store: DemoStore,
  namespace: string,
  routes: readonly Route[],
): JsonObject {
  const own: [string, Json] = [
    `/${namespace}`,
    {
      namespace,
      methods: ['GET'],
      endpoints: [
        {
          methods: ['GET'],
          args: {
            namespace: { default: namespace, required: false },
            context: { default: 'view', required: false },
          },
        },
      ],
      _links: { self: [{ href: store.restUrl(`/${namespace}`) }] },
    },
  ];
  const listed = routes.map((route): [string, Json] => [
    `/${namespace}${route.path}`,
    routeDescription(store, namespace, route),
  ]);
  return Object.fromEntries([own, ...listed]);
}

function endpointDescription(endpoint: Endpoint): JsonObject {
  return { methods: [endpoint.method], args: phpArray(endpoint.args ?? {}) };
}

/** One route as an index or an OPTIONS request describes it. */
export function routeDescription(store: DemoStore, namespace: string, route: Route): JsonObject {
  const isPattern = route.path.includes('(');
  return {
    namespace,
    methods: route.endpoints.map((endpoint) => endpoint.method),
    endpoints: route.endpoints.map(endpointDescription),
    ...(!isPattern && {
      _links: { self: [{ href: store.restUrl(`/${namespace}${route.path}`) }] },
    }),
  };
}
