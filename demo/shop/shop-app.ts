import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import type { RequestLog } from '../request-log.ts';
import { aboutPage, type ShopChoices, shopPage } from './shop-page.ts';

const STYLE = readFileSync(new URL('../style.css', import.meta.url), 'utf8');
const SCRIPTS: Readonly<Record<string, string>> = {
  'shop.js': readFileSync(new URL('./shop.js', import.meta.url), 'utf8'),
  'key-storage.js': readFileSync(new URL('./key-storage.js', import.meta.url), 'utf8'),
};

/** A headless shop: plain pages and a script, whose cart lives in stores on other ports. */
export function shopApp(choices: ShopChoices, log: RequestLog): Hono {
  const app = new Hono();
  app.use(log.middleware);
  app.get('/', (context) => context.html(shopPage(choices)));
  app.get('/about', (context) => context.html(aboutPage()));
  app.get('/style.css', (context) =>
    context.body(STYLE, 200, { 'content-type': 'text/css; charset=UTF-8' }),
  );
  app.get('/:script{.+\\.js}', (context) => {
    const script = SCRIPTS[context.req.param('script')];
    if (script === undefined) return context.notFound();
    return context.body(script, 200, { 'content-type': 'text/javascript; charset=UTF-8' });
  });
  app.get('/api/weather', (context) =>
    context.json({ place: 'Oslo', temperature: -3.5, items: ['snow', 'wind'], total: '7' }),
  );
  return app;
}
