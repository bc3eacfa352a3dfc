import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import { signInCookie, signOutCookies } from '../store/cookies.ts';
import type { DemoStore } from '../store/demo-store.ts';
import { apiLink } from '../store/rest-headers.ts';
import { addToCart, joinCarts, loadCart } from './actions.ts';
import { cartPage, checkoutPage } from './cart-page.ts';
import { homePage } from './home-page.ts';
import type { Page } from './page-layout.ts';
import { Visit } from './visit.ts';

const STYLE = readFileSync(new URL('../style.css', import.meta.url), 'utf8');
const SCRIPT = readFileSync(new URL('./storefront.js', import.meta.url), 'utf8');

/** The store's own pages: home with the products, cart, checkout, sign-in. They call no API by themselves. */
export function storefront(store: DemoStore): Hono {
  const app = new Hono().basePath(store.options.basePath || '/');

  app.get('/style.css', (context) =>
    context.body(STYLE, 200, { 'content-type': 'text/css; charset=UTF-8' }),
  );
  app.get('/storefront.js', (context) =>
    context.body(SCRIPT, 200, { 'content-type': 'text/javascript; charset=UTF-8' }),
  );
  app.get('/wp-content/uploads/:file', (context) =>
    context.body(PLACEHOLDER, 200, { 'content-type': 'image/svg+xml' }),
  );

  app.get('/', (context) => {
    const visit = new Visit(store, context);
    const message = runLinks(visit);
    visit.noticeEmptied();
    return page(context, visit, homePage(visit, message));
  });
  app.get('/cart', (context) => {
    const visit = new Visit(store, context);
    if (store.faults.loadCart === 'dropped') visit.dropLoaded();
    visit.noticeEmptied();
    const notices = visit.cart?.takeNotices() ?? [];
    return page(context, visit, cartPage(visit, notices));
  });
  app.get('/checkout', (context) => {
    const visit = new Visit(store, context);
    return page(context, visit, checkoutPage(visit));
  });

  app.post('/cart', async (context) => {
    const visit = new Visit(store, context);
    const form = await context.req.parseBody();
    const cart = visit.ownCart();
    const before = cart.hash;
    const key = String(form.key ?? '');
    const quantity = Number(form.quantity ?? 0);
    if (quantity > 0) cart.setQuantity(key, quantity);
    else cart.remove(key);
    cart.calculate();
    visit.sendCartCookies(cart, before);
    return redirect(context, visit, `${store.siteUrl}/cart/`);
  });
  app.post('/wp-login.php', async (context) => {
    const visit = new Visit(store, context);
    const form = await context.req.parseBody();
    const customer = store.customerByLogin(String(form.log ?? ''));
    if (customer === undefined || customer.password !== String(form.pwd ?? '')) {
      return context.text('The password you entered is incorrect.', 403);
    }
    visit.setCookies.push(signInCookie(store, customer.login));
    joinCarts(visit, String(customer.id));
    return redirect(context, visit, `${store.siteUrl}/`);
  });
  app.post('/sign-out', (context) => {
    const visit = new Visit(store, context);
    visit.setCookies.push(...signOutCookies(store, String(visit.customer?.id ?? 0)));
    visit.forgetSession();
    return redirect(context, visit, `${store.siteUrl}/`);
  });
  return app;
}

/** What the query of a page asks for: a product in the cart, another cart in the browser. */
function runLinks(visit: Visit): string | null {
  const { searchParams } = visit.url;
  const id = searchParams.get('add-to-cart');
  if (id !== null) {
    const wanted = [...searchParams].filter(([name]) => name.startsWith('attribute_'));
    addToCart(visit, Number(id), Object.fromEntries(wanted));
  }
  const key = searchParams.get('cocart-load-cart');
  if (key === null) return null;
  const loaded = loadCart(visit, key, searchParams.has('keep-cart'));
  return loaded && searchParams.get('notify') === 'true'
    ? 'The cart was loaded in this browser.'
    : null;
}

function page(context: Context, visit: Visit, content: Page): Response | Promise<Response> {
  const { store, url } = visit;
  const isCart = /\/cart\/?$/.test(url.pathname);
  const [name, link] = apiLink(store);
  context.header(name, isCart ? `${link}, ${cartPageLinks(store)}` : link);
  if (visit.setCookies.length > 0 || isCart || url.searchParams.has('cocart-load-cart')) {
    context.header('cache-control', 'no-cache, must-revalidate, max-age=0');
    context.header('expires', 'Wed, 11 Jan 1984 05:00:00 GMT');
  }
  sendCookies(context, visit);
  return context.html(content);
}

/** The links that WordPress names for a page of its own: its REST item and its short address. */
function cartPageLinks(store: DemoStore): string {
  const title = store.isFirst ? '' : ' title="JSON";';
  const item = `<${store.restUrl('/wp/v2/pages/6')}>; rel="alternate";${title} type="application/json"`;
  return `${item}, <${store.siteUrl}/?p=6>; rel=shortlink`;
}

function redirect(context: Context, visit: Visit, url: string): Response {
  sendCookies(context, visit);
  return context.redirect(url, 303);
}

function sendCookies(context: Context, visit: Visit): void {
  for (const line of visit.setCookies) context.header('set-cookie', line, { append: true });
}

const PLACEHOLDER =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><rect width="4" height="3" fill="#9aa5b1"/><path d="M.6 2.4 1.6 1l.8 1 .4-.5.7.9z" fill="#e4e7eb"/></svg>';
