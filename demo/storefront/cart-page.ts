import { html } from 'hono/html';
import type { Notice } from '../store/session.ts';
import { shownAmount } from '../store/settings.ts';
import { stripTags } from '../store/text.ts';
import { layout, type Page, plain } from './page-layout.ts';
import type { Visit } from './visit.ts';

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
