import { html } from 'hono/html';
import type { ShownCart } from './visitor.ts';

type Page = ReturnType<typeof html>;

const PRODUCTS = [
  ['10', 'Album', '15.00'],
  ['11', 'Beanie “Winter” & Co', '18.00'],
  ['16', 'Download', '2.33'],
  ['20', 'Hoodie – Blue, Yes', '45.00'],
] as const;

function layout(title: string, content: Page): Page {
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><h1><a href="/">Harbour Goods</a> <small>rendered on its own server</small></h1>
<nav><a href="/">Shop</a> <a href="/frame">A shop in a frame</a></nav></header>
<main>
${content}
</main>
</body>
</html>`;
}

/** The products, and the cart as the server last read it. */
export function productsPage(cart: ShownCart | null): Page {
  return layout(
    'Harbour Goods',
    html`<section class="products">${PRODUCTS.map(
      ([
        id,
        name,
        price,
      ]) => html`<article class="card"><h2>${name}</h2><p class="price">${price}</p>
<button type="button" data-testid="add-${id}" data-add="${id}">Add to cart</button></article>`,
    )}</section>
<section class="panel"><h2>Cart</h2>
<p>The browser asks <code>/api/cart</code>; this site’s server asks the store, and keeps the key.</p>
<p>Items: <strong id="item-count">${cart?.item_count ?? 0}</strong> · Total: <strong id="cart-total">${
      cart === null ? '–' : totalOf(cart)
    }</strong></p>
<p><button type="button" id="read-cart">Read cart</button>
<button type="button" id="lose-key" class="plain">Let the server lose the key</button>
<label><input type="checkbox" id="keep-key"> Take the key out of the answers</label></p>
<p>Last answer: <strong id="last-status"></strong></p></section>
<script type="module" src="/front-end.js"></script>`,
  );
}

function totalOf({ currency, totals }: ShownCart): string {
  const places = currency.currency_minor_unit;
  return `${currency.currency_code} ${(Number(totals.total) / 10 ** places).toFixed(places)}`;
}

/** A page whose cart is in a frame of another origin, as a checkout's often is. */
export function framePage(shopOrigin: string): Page {
  return layout(
    'A shop in a frame – Harbour Goods',
    html`<p>The shop below is a frame of <code>${shopOrigin}</code>: its calls are not this page’s.</p>
<iframe id="frame" title="Northwind Goods" src="${shopOrigin}/?storage=memory" style="width: 100%; height: 600px"></iframe>`,
  );
}
