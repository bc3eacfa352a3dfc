import type { Cart, Currency, Line } from '../../lib/cart/cart.ts';
import { untoldCart, untoldLine } from '../../lib/cart/untold-cart.ts';

/** US dollars as CoCart 4.3.6 describes them. */
export const usd: Currency = {
  code: 'USD',
  minorUnit: 2,
  symbol: '$',
  prefix: '$',
  suffix: '',
  decimalSeparator: '.',
  thousandSeparator: ',',
};

/** A line for component tests; what matters to a test is said there. */
export function aLine(part: Partial<Line>): Line {
  return {
    ...untoldLine,
    itemKey: 'd3d9446802a44259755d38e6d163e820',
    productId: 10,
    name: 'Album',
    sku: 'woo-album',
    quantity: 3,
    minQuantity: 1,
    maxQuantity: -1,
    price: 1500,
    subtotal: 4500,
    total: 3926,
    tax: 285,
    ...part,
  };
}

/** A whole cart for component tests: the numbers are those of a recorded one (4.3.6, coupons and fee). */
export function aCart(part: Partial<Cart>): Cart {
  return {
    ...untoldCart,
    key: '28f44d3ab757577fefd4688530c2fc',
    owner: 'guest',
    itemCount: 3,
    itemsWeight: '1.6',
    currency: usd,
    lines: [aLine({})],
    removed: [],
    totals: {
      subtotal: 13539,
      subtotalTax: 587,
      discount: 1854,
      discountTax: 74,
      fees: 325,
      feeTax: 24,
      shipping: 550,
      shippingTax: 40,
      tax: 578,
      total: 13138,
    },
    coupons: [{ code: 'five', label: null, discountType: 'fixed_cart', saving: -500 }],
    fees: [{ id: 'gift-wrap', name: 'Gift wrap', amount: 325 }],
    taxes: [{ id: 'US-CA', name: 'CA Tax', amount: 578 }],
    shipping: {
      packages: [
        {
          name: 'Shipping',
          index: 0,
          details: '',
          destination: 'CA',
          chosenMethod: 'flat_rate:1',
          rates: [
            {
              key: 'flat_rate:1',
              label: 'Flat rate',
              methodId: 'flat_rate',
              instanceId: 1,
              cost: 550,
              tax: 40,
              chosen: true,
            },
            {
              key: 'local_pickup:3',
              label: 'Local pickup',
              methodId: 'local_pickup',
              instanceId: 3,
              cost: 0,
              tax: null,
              chosen: false,
            },
          ],
        },
      ],
      hasCalculated: false,
    },
    billingAddress: [
      { field: 'country', value: 'US' },
      { field: 'state', value: 'CA' },
    ],
    shippingAddress: [],
    notices: [{ type: 'success', text: 'Added.' }],
    crossSells: [],
    needsPayment: true,
    needsShipping: false,
    ...part,
  };
}
