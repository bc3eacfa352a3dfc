import { html, raw } from 'hono/html';
import type { Product } from '../store/catalogue.ts';
import { REFUSED_WRITES } from '../store/refused-writes.ts';
import { CURRENCIES, shownAmount } from '../store/settings.ts';
import { layout, type Page, plain } from './page-layout.ts';
import type { Visit } from './visit.ts';

/** Bulk products are for large carts; the page shows a few of them, last. */
const SHOWN_BULK = 12;
const FIRST_BULK = 25;
const FIRST_ODD = 401;

/** The home page: products with their "add to cart" links, the visitor, and the demo's switches. */
export function homePage(visit: Visit, message: string | null): Page {
  const isBulk = (product: Product) => product.id >= FIRST_BULK && product.id < FIRST_ODD;
  const products = [...visit.store.products.values()]
    .filter((product) => product.parentId === null)
    .filter((product) => !isBulk(product) || product.id < FIRST_BULK + SHOWN_BULK)
    .toSorted((a, b) => Number(isBulk(a)) - Number(isBulk(b)));
  return layout(
    visit,
    visit.store.isFirst ? 'Store – Just another WordPress site' : 'Store',
    html`${message === null ? '' : html`<p class="notice" id="notice">${message}</p>`}
<p class="lead">A shop of its own: its cart lives in an HttpOnly session cookie. Its pages call no API.</p>
<section class="products">${products.map((product) => productCard(visit, product))}</section>
${apiPanel(visit)}
${visitorPanel(visit)}
${faultsPanel(visit)}`,
  );
}

function productCard(visit: Visit, product: Product): Page {
  const { store } = visit;
  const settings = visit.settings;
  const children = product.children.flatMap((id) => store.product(id) ?? []);
  const link = (id: number, label: string, extra = '') =>
    html`<a class="button" rel="nofollow" data-testid="${product.type === 'grouped' ? 'group-add' : 'add'}-${id}" href="${`${store.siteUrl}/?add-to-cart=${id}${extra}`}">${label}</a>`;
  const variations = children.filter((child) => child.parentId !== null);
  return html`<article class="card">
<h2>${plain(product.name)}</h2>
<p class="price">${product.regularPrice === '' ? 'Several prices' : shownAmount(product.price, settings)}</p>
<p class="muted">${product.sku === '' ? product.type : product.sku} · ${product.stockStatus}</p>
<p>${
    product.type === 'simple'
      ? link(product.id, 'Add to cart')
      : variations.length > 0
        ? variations.map((one) =>
            link(one.id, plain(one.name.replace(`${product.name} - `, '')), '&attribute_logo=No'),
          )
        : children.map((one) => link(one.id, plain(one.name)))
  }</p>
</article>`;
}

function apiPanel(visit: Visit): Page {
  return html`<section class="panel" id="api">
<h2>Call the API from this page</h2>
<p class="muted">Nothing is called until you press. Cookies go along, since the API is of the same origin.</p>
<p>
<button type="button" id="read-v2">Read cart by API (v2)</button>
<button type="button" id="read-v1">Read cart by API (v1)</button>
<button type="button" id="add-by-api">Add Album by API</button>
</p>
<pre id="api-answer" aria-live="polite">${visit.store.siteUrl} has not been called.</pre>
</section>`;
}

function visitorPanel(visit: Visit): Page {
  const base = visit.store.siteUrl;
  const who =
    visit.customer === null
      ? html`<form method="post" action="${base}/wp-login.php">
<label>Login <input name="log" value="jane" id="login-name"></label>
<label>Password <input name="pwd" type="password" value="password" id="login-password"></label>
<button id="sign-in">Sign in</button></form>`
      : html`<form method="post" action="${base}/sign-out"><p>Signed in as <strong id="signed-in">${visit.customer.login}</strong>
<button id="sign-out">Sign out</button></p></form>`;
  return html`<section class="panel" id="visitor"><h2>Visitor</h2>${who}
<form method="get" action="${base}/"><label>Load a cart by its key <input name="cocart-load-cart" id="load-key"></label>
<button id="load-cart">Load</button></form></section>`;
}

function faultsPanel(visit: Visit): Page {
  const { faults, currency } = visit.store;
  const box = (
    name: 'phpWarning' | 'cached' | 'hideKeyHeader' | 'maintenance' | 'redirected',
    label: string,
  ) =>
    html`<label><input type="checkbox" name="${name}" id="fault-${name}" ${faults[name] ? raw('checked') : ''}> ${label}</label>`;
  const option = (value: string, label: string, chosen: boolean) =>
    html`<option value="${value}" ${chosen ? raw('selected') : ''}>${label}</option>`;
  return html`<section class="panel" id="faults"><h2>Switches of this store</h2>
<form method="post" action="/demo/faults">
${box('phpWarning', 'PHP warning before the JSON')}
${box('cached', 'Cached answer: everyone gets the first cart read')}
${box('hideKeyHeader', 'Cart-key header not exposed to other origins')}
${box('maintenance', 'Maintenance (503)')}
${box('redirected', 'Writes are redirected (301)')}
<label>Writes are limited <select name="limited" id="fault-limited">${option('off', 'off', faults.limited === 'off')}${option('429', '429 by a proxy', faults.limited === '429')}${option('400', '400 by CoCart', faults.limited === '400')}</select></label>
<label>They are to wait, s (0: as usual) <input name="retryAfter" id="fault-retryAfter" type="number" min="0" max="3600" value="${faults.retryAfter}"></label>
<label>Writes are refused <select name="refused" id="fault-refused">${Object.entries(REFUSED_WRITES).map(([how, label]) => option(how, label, faults.refused === how))}</select></label>
<label>Fatal error <select name="fatal" id="fault-fatal">${option('off', 'off', faults.fatal === 'off')}${option('json', '500 as JSON', faults.fatal === 'json')}${option('html', '500 as HTML', faults.fatal === 'html')}</select></label>
<label>Load cart by a link <select name="loadCart" id="fault-loadCart">${option('on', 'on', faults.loadCart === 'on')}${option('off', 'switched off', faults.loadCart === 'off')}${option('dropped', 'lost on the next page', faults.loadCart === 'dropped')}</select></label>
<label>Slow answer, ms <input name="slowMs" id="fault-slowMs" type="number" min="0" max="120000" value="${faults.slowMs}"></label>
<button id="apply-faults">Apply</button>
</form>
<form method="post" action="/demo/settings">
<label>Currency and tax <select name="currency" id="currency">${CURRENCIES.map((name) => option(name, name, name === currency))}</select></label>
<button id="apply-settings">Apply</button>
</form></section>`;
}
