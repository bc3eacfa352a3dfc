import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { z } from '../../lib/zod.ts';
import type { RequestLog } from '../request-log.ts';
import { framePage, productsPage } from './front-end-page.ts';
import { Visitor } from './visitor.ts';

const STYLE = readFileSync(new URL('../style.css', import.meta.url), 'utf8');
const SCRIPT = readFileSync(new URL('./front-end.js', import.meta.url), 'utf8');

/** Names the visitor to this server, and nothing else: no script reads it, no store gets it. */
const COOKIE = 'visit';

const WantedShape = z.object({ id: z.string() });

/** What the front end stands before. */
export interface Behind {
  /** The store's v2 API: `http://localhost:4430/wp-json/cocart/v2/`. */
  readonly storeApi: string;
  /** The headless shop that the page with a frame holds. */
  readonly shopOrigin: string;
}

/**
 * A shop whose pages are made on its own server, which asks the store and keeps each visitor's cart key
 * in its memory: a browser sees neither the store nor the key, but calls to `/api/cart`.
 */
export function frontEndApp({ storeApi, shopOrigin }: Behind, log: RequestLog): Hono {
  const app = new Hono();
  const visitors = new Map<string, Visitor>();

  const visitorOf = (context: Context): Visitor => {
    const id = getCookie(context, COOKIE) ?? crypto.randomUUID();
    const visitor = visitors.get(id) ?? new Visitor(storeApi);
    visitors.set(id, visitor);
    setCookie(context, COOKIE, id, { httpOnly: true, sameSite: 'Lax', path: '/' });
    return visitor;
  };

  app.use(log.middleware);
  app.get('/', async (context) => context.html(productsPage(await visitorOf(context).cart())));
  app.get('/frame', (context) => context.html(framePage(shopOrigin)));
  app.get('/style.css', (context) =>
    context.body(STYLE, 200, { 'content-type': 'text/css; charset=UTF-8' }),
  );
  app.get('/front-end.js', (context) =>
    context.body(SCRIPT, 200, { 'content-type': 'text/javascript; charset=UTF-8' }),
  );
  app.get('/api/cart', async (context) =>
    passOn(context, await visitorOf(context).ask('GET', 'cart')),
  );
  app.post('/api/cart/items', async (context) => {
    const { id } = WantedShape.parse(await context.req.json());
    const wanted = { id, quantity: '1' };
    return passOn(context, await visitorOf(context).ask('POST', 'cart/add-item', wanted));
  });
  app.delete('/api/visit', (context) => {
    visitorOf(context).forgetKey();
    return context.body(null, 204);
  });
  return app;
}

/** The store's answer with none of its headers; with `?key=kept` its body loses the key as well. */
async function passOn(context: Context, answer: Response): Promise<Response> {
  const text = await answer.text();
  const body =
    context.req.query('key') === 'kept' ? text.replace(/"cart_key":\s*"[^"]*",?/, '') : text;
  return new Response(body, {
    status: answer.status,
    headers: [...context.res.headers, ['content-type', 'application/json; charset=UTF-8']],
  });
}
