import { html, raw } from 'hono/html';

export type Page = ReturnType<typeof html>;

/** A store that the shop can talk to. */
export interface ShopStore {
  readonly name: string;
  /** The REST base with a slash at its end, or ending in `?rest_route=/`. */
  readonly api: string;
  readonly namespace: string;
}

export const KEY_STORAGES = ['localStorage', 'sessionStorage', 'cookie', 'memory'] as const;
export const KEY_TRANSPORTS = ['query', 'header'] as const;
export const KEY_SOURCES = ['body', 'header'] as const;

/** What the shop's controls stand on when its page opens; the page's query can say otherwise. */
export interface ShopChoices {
  readonly stores: readonly ShopStore[];
  readonly storage: (typeof KEY_STORAGES)[number];
  readonly transport: (typeof KEY_TRANSPORTS)[number];
  readonly keyFrom: (typeof KEY_SOURCES)[number];
}

function layout(title: string, content: Page, choices?: ShopChoices): Page {
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
</head>
<body ${choices === undefined ? '' : html`data-stores="${JSON.stringify(choices.stores)}"`}>
<header><h1><a href="/">Northwind Goods</a> <small>a headless shop</small></h1>
<nav><a id="nav-shop" href="/">Shop</a> <a id="nav-about" href="/about">About</a></nav></header>
<main>
${content}
</main>
</body>
</html>`;
}

const PRODUCTS = [
  ['10', 'Album', '15.00'],
  ['11', 'Beanie “Winter” & Co', '18.00'],
  ['13', 'Café Müller 杯 ☕ (3 left)', '9.99'],
  ['14', 'One per order', '100.00'],
  ['16', 'Download', '2.33'],
  ['17', 'Zero tax book', '7.77'],
  ['18', 'Backorder lamp', '49.50'],
  ['20', 'Hoodie – Blue, Yes', '45.00'],
  ['15', 'Out of stock thing', '12.00'],
  ['401', '<img src=x> Poster', '3.00'],
  ['403', 'قهوة عربية — קפה', '5.22'],
  ['405', 'Very long name', '7.44'],
] as const;

function select(id: string, label: string, options: readonly string[], chosen: string): Page {
  return html`<label>${label} <select id="${id}">${options.map(
    (option) =>
      html`<option value="${option}" ${option === chosen ? raw('selected') : ''}>${option}</option>`,
  )}</select></label>`;
}

/** The shop: products, its cart as it last heard of it, and everything about the key that can be chosen. */
export function shopPage(choices: ShopChoices): Page {
  const stores = choices.stores.map(
    (store, index) => html`<option value="${index}">${store.name}</option>`,
  );
  return layout(
    'Northwind Goods',
    html`<div class="columns"><div>
<section class="products">${PRODUCTS.map(
      ([
        id,
        name,
        price,
      ]) => html`<article class="card"><h2>${name}</h2><p class="price">${price}</p>
<button type="button" data-testid="add-${id}" data-add="${id}">Add to cart</button></article>`,
    )}</section>
<section class="panel" id="panel-requests"><h2>Last answer</h2>
<p><code id="last-call">No call yet.</code> <strong id="last-status"></strong></p><pre id="last-answer"></pre></section>
</div><div>
<section class="panel" id="panel-cart"><h2>Cart</h2>
<p>Key: <code id="cart-key">none</code></p>
<table class="lines"><tbody id="cart-lines"></tbody></table>
<p>Items: <strong id="item-count">0</strong> · Total: <strong id="cart-total">–</strong></p>
<p><button type="button" id="read-v2">Read cart (v2)</button>
<button type="button" id="read-v1" class="plain">Read cart (v1)</button>
<button type="button" id="read-both" class="plain">Read v1 and v2</button>
<button type="button" id="read-two-stores" class="plain">Read two stores</button></p>
<p><button type="button" id="quantity-up" class="plain">First line + 1</button>
<button type="button" id="quantity-down" class="plain">First line − 1</button>
<button type="button" id="remove-first" class="plain">Remove first line</button>
<button type="button" id="restore-last" class="plain">Restore last removed</button>
<button type="button" id="clear-cart" class="plain">Clear cart</button></p>
<p><label>Coupon <input id="coupon-code" value="ten-off"></label>
<button type="button" id="apply-coupon" class="plain">Apply</button></p>
<p><button type="button" id="add-large" class="plain">Add 30 products</button>
<button type="button" id="read-fee" class="plain">Read with a fee</button>
<button type="button" id="call-foreign" class="plain">Call a foreign API</button></p></section>
<section class="panel" id="panel-choices"><h2>How this shop works</h2>
<p><label>Store <select id="store">${stores}</select></label></p>
<p>${select('storage', 'Keep the key in', KEY_STORAGES, choices.storage)}</p>
<p>${select('transport', 'Send the key by', KEY_TRANSPORTS, choices.transport)}</p>
<p>${select('key-from', 'Take the key from the', KEY_SOURCES, choices.keyFrom)}</p>
<p>${select('credentials', 'Cookies', ['omit', 'include'], 'omit')}</p>
<p><button type="button" id="forget-key" class="plain">Forget the key</button></p></section>
<section class="panel" id="panel-faults"><h2>Faults of the store</h2>
<p><label><input type="checkbox" id="fault-phpWarning"> PHP warning before the JSON</label>
<label><input type="checkbox" id="fault-cached"> Cached answer</label>
<label><input type="checkbox" id="fault-hideKeyHeader"> Key header not exposed</label>
<label><input type="checkbox" id="fault-maintenance"> Maintenance (503)</label></p>
<p><label>Fatal error <select id="fault-fatal"><option>off</option><option>json</option><option>html</option></select></label>
<label>Slow, ms <input type="number" id="fault-slowMs" min="0" value="0"></label></p></section>
</div></div>
<script type="module" src="/shop.js"></script>`,
    choices,
  );
}

/** A page without a store: it calls nothing until pressed, and then an API that is no store's. */
export function aboutPage(): Page {
  return layout(
    'About – Northwind Goods',
    html`<h2>About us</h2><p>We sell what a corner store in another town keeps for us. There is no cart on this page.</p>
<p><button type="button" id="call-foreign" onclick="fetch('/api/weather').then((r) => r.text()).then((t) => { document.querySelector('#weather').textContent = t; })">Ask for the weather</button></p>
<pre id="weather"></pre>`,
  );
}
