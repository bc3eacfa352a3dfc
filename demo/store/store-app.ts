import { Hono } from 'hono';
import type { RequestLog } from '../request-log.ts';
import { storefront } from '../storefront/storefront.ts';
import { demoControls } from './demo-controls.ts';
import type { DemoStore } from './demo-store.ts';
import { faulty } from './fault-answers.ts';
import { RestRequest } from './rest-request.ts';
import { RestServer } from './rest-server.ts';

/** The REST route that an address asks for, or null when it is not one of the REST API. */
export function restRouteOf(store: DemoStore, url: URL): string | null {
  const { basePath, plainPermalinks, restPrefix } = store.options;
  const byQuery = url.searchParams.get('rest_route');
  if (byQuery !== null) return withoutSlash(byQuery);
  if (plainPermalinks || !url.pathname.startsWith(`${basePath}/`)) return null;
  const path = url.pathname.slice(basePath.length);
  const match = new RegExp(`^(?:/index\\.php)?/${restPrefix}(/.*)?$`).exec(path);
  return match === null ? null : withoutSlash(match[1] ?? '/');
}

function withoutSlash(route: string): string {
  return route.length > 1 ? route.replace(/\/+$/, '') : route;
}

/** The whole site: REST API, storefront, and the demo's own switches. */
export function storeApp(store: DemoStore, log: RequestLog): Hono {
  // WordPress answers an address with and without the slash at its end.
  const app = new Hono({ strict: false });
  const rest = new RestServer(store);
  app.use(log.middleware);
  app.route('/demo', demoControls(store));
  app.use(async (context, next) => {
    const url = new URL(context.req.url);
    const route = restRouteOf(store, url);
    if (route === null) {
      if (store.faults.maintenance) return faulty.maintenance(context);
      return next();
    }
    const request = new RestRequest({
      method: context.req.method,
      route,
      query: url.searchParams,
      headers: context.req.raw.headers,
      text: await context.req.text(),
    });
    return faulty.answer(store, context, request, () => rest.handle(request));
  });
  app.route('/', storefront(store));
  return app;
}
