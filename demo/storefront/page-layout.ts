import { html } from 'hono/html';
import { decodeEntities } from '../store/text.ts';
import type { Visit } from './visit.ts';

export type Page = ReturnType<typeof html>;

/** WordPress prints titles as they are stored; this page shows their text instead. */
export function plain(text: string): string {
  return decodeEntities(text);
}

/** A page of the store: WordPress's marks in its head, the header with the cart's count, the content. */
export function layout(visit: Visit, title: string, content: Page): Page {
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
