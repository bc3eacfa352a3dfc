import type { Cart } from './cart.ts';
import type { CartLine } from './cart-line.ts';
import { type JsonObject, phpArray } from './json.ts';
import { phpRound } from './rounding.ts';
import { minorText, plainAmount } from './settings.ts';
import { TAX_RATES } from './tax.ts';

/** The price of one piece as shown: decimal text from 3.0 (as entered), minor units from 4.3 (as displayed). */
function priceResponse(cart: Cart, line: CartLine): string {
  const { settings, store } = cart;
  const price = line.ownPrice ?? store.productOf(line).price;
  if (store.isFirst) return plainAmount(price, settings);
  const withoutTax = settings.pricesIncludeTax && !settings.displayWithTax;
  const rate = TAX_RATES.find((one) => one.taxClass === store.productOf(line).taxClass);
  return minorText(withoutTax ? price / (1 + (rate?.percent ?? 0) / 100) : price, settings);
}

/** One line as v2 answers it. */
export function itemResponse(cart: Cart, line: CartLine, thumb: boolean): JsonObject {
  const { settings, store } = cart;
  const product = store.productOf(line);
  const amounts = line.amounts;
  const subtotal = amounts?.subtotal ?? 0;
  const stock = product.backorders === 'no' ? product.stockQuantity : null;
  const weight = Number(product.weight) * Math.trunc(line.quantity);
  const textWeight = product.weight === '' ? '0.0' : String(phpRound(weight, 6));
  return {
    item_key: line.key,
    id: line.variationId || line.productId,
    name: product.name,
    title: product.title,
    price: priceResponse(cart, line),
    quantity: {
      value: line.quantity,
      min_purchase: 1,
      max_purchase: product.soldIndividually ? 1 : (stock ?? -1),
    },
    ...(store.isFirst && {
      tax_data: {
        subtotal: phpArray(amounts?.subtotalTaxes ?? {}),
        total: phpArray(amounts?.totalTaxes ?? {}),
      },
    }),
    totals: {
      subtotal: store.isFirst ? subtotal : minorText(subtotal, settings),
      subtotal_tax: amounts?.subtotalTax ?? 0,
      total: amounts?.total ?? 0,
      tax: amounts?.tax ?? 0,
    },
    slug: product.slug,
    meta: {
      product_type: product.type,
      sku: product.sku,
      dimensions: { length: '', width: '', height: '', unit: 'cm' },
      weight: store.isFirst ? weight : textWeight,
      variation: phpArray(variationResponse(cart, line)),
    },
    backorders:
      product.backorders === 'notify' && line.quantity > (product.stockQuantity ?? 0)
        ? 'Available on backorder'
        : '',
    cart_item_data: phpArray(line.itemData),
    featured_image: thumb ? placeholderImage(cart) : '',
  };
}

/** A removed line; its quantity is a bare number. */
export function removedResponse(cart: Cart, line: CartLine, thumb: boolean): JsonObject {
  return { ...itemResponse(cart, line, thumb), quantity: line.quantity };
}

function variationResponse(cart: Cart, line: CartLine): JsonObject {
  const labels = Object.keys(cart.store.productOf(line).options);
  return Object.fromEntries(
    Object.entries(line.variation).map(([name, value]) => {
      const slug = name.replace(/^attribute_/, '');
      return [labels.find((label) => label.toLowerCase() === slug) ?? slug, value];
    }),
  );
}

export function placeholderImage(cart: Cart): string {
  return `${cart.store.siteUrl}/wp-content/uploads/woocommerce-placeholder.png`;
}
