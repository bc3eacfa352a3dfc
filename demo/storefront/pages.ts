import { html, raw } from 'hono/html';
import type { Product } from '../store/catalogue.ts';
import type { Notice } from '../store/session.ts';
import { CURRENCIES, shownAmount } from '../store/settings.ts';
import { decodeEntities, stripTags } from '../store/text.ts';
import type { Visit } from './visit.ts';

export type Page = ReturnType<typeof html>;

/** Bulk products are for large carts; the page shows a few of them, last. */
const SHOWN_BULK = 12;
const FIRST_BULK = 25;
const FIRST_ODD = 401;

/** WordPress prints titles as they are stored; this page shows their text instead. */
function plain(text: string): string {
  return decodeEntities(text);
}

function layout(visit: Visit, title: string, content: Page): Page {
  const { store } = visit;
  const base = store.siteUrl;
  const api = store.options.plainPermalinks ? `${base}/index.php?rest_route=/` : store.restUrl('/');
  const count = visit.cart?.itemCount ?? 0;
  const wordpress = store.isFirst ? '5.9.9' : '6.6.2';
  const woocommerce = store.isFirst ? '6.7.0' : '9.3.3';
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="https://api.w.org/" href="${api}" />
<meta name="generator" content="WordPress ${wordpress}" />
<meta name="generator" content="WooCommerce ${woocommerce}" />
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${base}/style.css">
</head>
<body data-generation="${store.generation}" data-api="${api}" data-namespace="${store.options.namespace}">
<header>
<h1><a href="${base}/">Corner Store</a> <small>CoCart ${store.version}</small></h1>
<nav>
<a id="nav-home" href="${base}/">Products</a>
<a id="nav-cart" href="${base}/cart/">Cart (<span id="cart-count">${count}</span>)</a>
<a id="nav-checkout" href="${base}/checkout/">Checkout</a>
</nav>
</header>
<main>
${content}
</main>
<script src="${base}/storefront.js"></script>
</body>
</html>`;
}

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
  const box = (name: 'phpWarning' | 'cached' | 'hideKeyHeader' | 'maintenance', label: string) =>
    html`<label><input type="checkbox" name="${name}" id="fault-${name}" ${faults[name] ? raw('checked') : ''}> ${label}</label>`;
  const option = (value: string, label: string, chosen: boolean) =>
    html`<option value="${value}" ${chosen ? raw('selected') : ''}>${label}</option>`;
  return html`<section class="panel" id="faults"><h2>Switches of this store</h2>
<form method="post" action="/demo/faults">
${box('phpWarning', 'PHP warning before the JSON')}
${box('cached', 'Cached answer: everyone gets the first cart read')}
${box('hideKeyHeader', 'Cart-key header not exposed to other origins')}
${box('maintenance', 'Maintenance (503)')}
<label>Fatal error <select name="fatal" id="fault-fatal">${option('off', 'off', faults.fatal === 'off')}${option('json', '500 as JSON', faults.fatal === 'json')}${option('html', '500 as HTML', faults.fatal === 'html')}</select></label>
<label>Slow answer, ms <input name="slowMs" id="fault-slowMs" type="number" min="0" max="120000" value="${faults.slowMs}"></label>
<button id="apply-faults">Apply</button>
</form>
<form method="post" action="/demo/settings">
<label>Currency and tax <select name="currency" id="currency">${CURRENCIES.map((name) => option(name, name, name === currency))}</select></label>
<button id="apply-settings">Apply</button>
</form></section>`;
}

/** The cart page: what the shopper sees, and the notices that waited for it. */
export function cartPage(visit: Visit, notices: readonly Notice[]): Page {
  const cart = visit.cart;
  const told = notices.map(
    (notice) => html`<p class="notice" data-testid="notice">${plain(stripTags(notice.html))}</p>`,
  );
  if (cart === null || cart.isEmpty) {
    return layout(
      visit,
      'Cart – Store',
      html`${told}<h2>Cart</h2><p id="cart-empty">Your cart is currently empty.</p>`,
    );
  }
  const result = cart.calculate();
  const { settings } = cart;
  const money = (amount: number) => shownAmount(amount, settings);
  const rows = cart.session.lines.map((line) => {
    const product = visit.store.productOf(line);
    const amounts = line.amounts;
    const shown =
      (amounts?.subtotal ?? 0) + (settings.displayWithTax ? (amounts?.subtotalTax ?? 0) : 0);
    return html`<tr data-testid="cart-line"><td>${plain(product.name)}</td><td class="number">${money(line.ownPrice ?? product.price)}</td>
<td><form method="post" action="${visit.store.siteUrl}/cart/"><input type="hidden" name="key" value="${line.key}">
<input name="quantity" type="number" min="0" step="any" value="${line.quantity}" aria-label="Quantity of ${plain(product.name)}"><button>Update</button></form></td>
<td class="number">${money(shown)}</td></tr>`;
  });
  const row = (name: string, id: string, amount: number) =>
    html`<tr><th scope="row">${name}</th><td class="number" id="${id}">${money(amount)}</td></tr>`;
  return layout(
    visit,
    'Cart – Store',
    html`${told}<h2>Cart</h2>
<table class="lines"><thead><tr><th>Product</th><th>Price</th><th>Quantity</th><th>Subtotal</th></tr></thead><tbody>${rows}</tbody></table>
<table class="totals">${row('Subtotal', 'cart-subtotal', result.subtotal)}
${result.discountTotal === 0 ? '' : row('Discount', 'cart-discount', -result.discountTotal)}
${row('Shipping', 'cart-shipping', result.shippingTotal)}
${row('Tax', 'cart-tax', result.totalTax)}
${row('Total', 'cart-total', result.total)}</table>
<p><a class="button" href="${visit.store.siteUrl}/checkout/">Proceed to checkout</a></p>`,
  );
}

/** A checkout that sells nothing. */
export function checkoutPage(visit: Visit): Page {
  const total = visit.cart?.calculate().total ?? 0;
  return layout(
    visit,
    'Checkout – Store',
    html`<h2>Checkout</h2><p>To pay: <strong id="checkout-total">${shownAmount(total, visit.settings)}</strong></p>
<p class="muted">This demo takes no orders.</p>`,
  );
}
