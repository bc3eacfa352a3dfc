import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Cart } from '../../lib/cart/cart.ts';
import { type CartChange, compareCarts } from '../../lib/cart/compare-carts.ts';
import type { MoneyMode } from '../../lib/cart/money.ts';
import { CartView } from './CartView.tsx';
import { aCart, aLine } from './fixture.ts';

afterEach(cleanup);

interface Given {
  readonly cart?: Partial<Cart>;
  readonly changes?: CartChange;
  readonly money?: MoneyMode;
  readonly raw?: unknown;
}

function show(given: Given = {}) {
  const { cart = {}, changes, money = 'formatted', raw } = { raw: { a: 1 }, ...given };
  const onMoneyChange = vi.fn();
  const view = render(
    <CartView
      cart={aCart(cart)}
      changes={changes ?? null}
      raw={raw}
      problems={[{ path: 'items[2].price', message: 'not an amount' }]}
      money={money}
      onMoneyChange={onMoneyChange}
    />,
  );
  return { ...view, onMoneyChange };
}

/** The texts of the first line's cells. */
function cells(): string[] {
  const row = screen.getAllByRole('row')[1];
  return [...(row?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent.trim());
}

function section(name: string | RegExp): HTMLElement {
  return screen.getByRole('region', { name });
}

describe('the lines', () => {
  test('stand in a table with a header for each column', () => {
    show();
    const table = screen.getByRole('table', { name: 'Lines of the cart' });
    const headers = within(table).getAllByRole('columnheader');
    expect(headers.map((header) => header.firstChild?.textContent)).toEqual([
      'Item',
      'SKU · id',
      'Qty',
      'Price',
      'Subtotal',
      'Discount',
      'Tax',
      'Total',
    ]);
    expect(cells()).toEqual(['woo-album10', '3', '$15.00', '$45.00', '−$5.74', '$2.85', '$39.26']);
  });

  test('mark the discount as derived, and leave it out where it cannot be', () => {
    show({ cart: { lines: [aLine({ total: null })] } });
    const header = screen.getByRole('columnheader', { name: /Discount/ });
    expect(header.textContent).toContain('derived');
    expect(header.title).toContain('subtotal − total');
    expect(cells()[4]).toBe('—');
  });

  test('are written in minor units when asked', () => {
    const { onMoneyChange } = show({ money: 'minor' });
    expect(cells().slice(2)).toEqual(['1500', '4500', '-574', '285', '3926']);
    fireEvent.click(screen.getByRole('radio', { name: 'Formatted' }));
    expect(onMoneyChange).toHaveBeenCalledWith('formatted');
  });

  test('say limits, backorder and variation', () => {
    const line = { productId: null, variationId: 20, quantity: 4, maxQuantity: 3 };
    show({ cart: { lines: [aLine({ ...line, backorders: 'Available on backorder' })] } });
    expect(screen.getByText('var. 20')).toBeTruthy();
    expect(screen.getByText('over the limit of 3')).toBeTruthy();
    expect(screen.getByText('Available on backorder')).toBeTruthy();
  });

  test('say the step of a quantity and, in the details, the price without a sale', () => {
    show({ cart: { lines: [aLine({ minQuantity: 2, quantityStep: 3, regularPrice: 1800 })] } });
    expect(screen.getByText('min 2, in steps of 3')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Details of Album' }));
    expect(screen.getByText('regular_price').closest('div')?.textContent).toContain('$18.00');
  });

  test('open to show item data of plugins as it came', () => {
    show({ cart: { lines: [aLine({ itemData: JSON.parse('{"engraving":"A","__proto__":1}') })] } });
    expect(screen.queryByText('cart_item_data')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Details of Album' }));
    expect(screen.getByText('cart_item_data')).toBeTruthy();
    expect(screen.getByText(/"engraving": "A"/).textContent).toContain('"__proto__": 1');
    const button = screen.getByRole('button', { name: 'Details of Album' });
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(document.getElementById(button.getAttribute('aria-controls') ?? '')).toBeTruthy();
  });

  test('show a hostile name as the text it is, and load nothing from the store', () => {
    const name = '<img src=x onerror=alert(1)>&amp;<b>bold</b>';
    const { container } = show({
      cart: { lines: [aLine({ name, image: 'https://shop.example/a.png' })] },
    });
    expect(screen.getAllByText(name).length).toBeGreaterThan(0);
    expect(container.querySelector('img, script, iframe, b')).toBeNull();
  });

  test('of a large cart are built only where they are in sight, and still counted', () => {
    const lines = Array.from({ length: 5_000 }, (_, n) => aLine({ itemKey: `key-${n}` }));
    show({ cart: { lines } });
    const table = screen.getByRole('table', { name: 'Lines of the cart' });
    expect(table.getAttribute('aria-rowcount')).toBe('5001');
    const rows = within(table).getAllByRole('row');
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.length).toBeLessThan(60);
    expect(rows[1]?.getAttribute('aria-rowindex')).toBe('2');
  });
});

describe('what the last call changed', () => {
  const before = aCart({
    lines: [
      aLine({ quantity: 1, total: 1500 }),
      aLine({ itemKey: 'gone', productId: 98, name: 'Belt' }),
    ],
  });
  const after = aCart({
    lines: [aLine({}), aLine({ itemKey: 'new', productId: 99, name: 'Beanie' })],
  });

  test('is said at the line, in words', () => {
    show({ cart: after, changes: compareCarts(before, after) });
    expect(screen.getByText('qty 1 → 3')).toBeTruthy();
    const rows = screen.getAllByRole('row').filter((row) => row.textContent.includes('Beanie'));
    expect(rows[0]?.textContent).toContain('new');
    expect(section('Removed items').textContent).toContain('Belt');
    expect(section('Removed items').textContent).toContain('removed by the last call');
  });

  test('is summed up in a live region', () => {
    show({ cart: after, changes: compareCarts(before, after) });
    expect(screen.getByRole('status').textContent).toContain('Album qty 1 → 3');
  });

  test('is said to be nothing when it was nothing', () => {
    show({ cart: after, changes: compareCarts(after, after) });
    expect(screen.getByRole('status').textContent).toContain('changed nothing');
  });
});

describe('the totals', () => {
  test('are an equation that adds up to the cent', () => {
    show();
    expect(section('Totals').textContent).toContain('✓ adds up to the cent');
    const rows = within(section('Totals')).getAllByRole('row');
    expect(rows.map((row) => row.textContent.replaceAll(/\s+/g, ' ').trim())).toEqual([
      'Items subtotal $135.39',
      'Discount −$18.54',
      'five fixed_cart−$5.00',
      'Fees $3.25',
      'Gift wrap$3.25',
      'Shipping $5.50',
      'Flat rate$5.50',
      'Tax $5.78',
      'CA Tax$5.78',
      'Total $131.38',
    ]);
  });

  test('name the cent that does not add up', () => {
    const { totals } = aCart({});
    show({ cart: { totals: totals && { ...totals, total: 13177 } } });
    expect(section('Totals').textContent).toContain('✗ does not add up: $0.39 too much');
  });

  test('say when rounding explains it, and when nothing can be checked', () => {
    const { totals } = aCart({});
    const { unmount } = show({ cart: { totals: totals && { ...totals, total: 13137 } } });
    expect(section('Totals').textContent).toContain('$0.01 too little: rounding explains it');
    unmount();
    show({ cart: { totals: totals && { ...totals, tax: null } } });
    expect(section('Totals').textContent).toContain('this answer did not tell tax');
  });
});

describe('none is not the same as not told', () => {
  test('an empty cart says so', () => {
    show({ cart: { lines: [], crossSells: [], removed: [], coupons: [] } });
    expect(screen.getByText('The cart is empty')).toBeTruthy();
    expect(section('Cross-sells').textContent).toContain('none');
    expect(section('Totals').textContent).toContain('no coupons');
  });

  test('a partial answer says what it did not say', () => {
    show({
      cart: { lines: null, crossSells: null, shipping: null, notices: null, coupons: null },
    });
    expect(screen.getByText(/did not say which lines/)).toBeTruthy();
    expect(section('Cross-sells').textContent).toContain('did not say');
    expect(section('Shipping').textContent).toContain('did not say');
    expect(section('Notices').textContent).toContain('did not say');
    expect(section('Totals').textContent).toContain('coupons not told');
  });
});

describe('the rest', () => {
  test('marks the chosen rate in words, and names the destination', () => {
    show();
    const items = within(section('Shipping · CA')).getAllByRole('listitem');
    expect(items.map((item) => item.textContent.includes('(chosen)'))).toEqual([true, false]);
  });

  test('says plainly that a guest has no name', () => {
    show();
    expect(section('Customer').textContent).toContain('Guest, no name or e-mail yet.');
    expect(section('Customer').textContent).toContain('worked out for US-CA');
  });

  test('names a customer by user id', () => {
    const billingAddress = [{ field: 'first_name', value: 'Jane' }];
    show({ cart: { owner: 'customer', key: '2', billingAddress } });
    expect(section('Customer').textContent).toContain('Signed-in customer, user id 2: Jane.');
  });

  test('shows needs, notices, plugin fields and what did not fit', () => {
    show({ cart: { extra: { points: { earned: 120 } } } });
    expect(section('Needs').textContent).toBe('Needspaymentno shippingweight 1.6');
    expect(section('Notices').textContent).toContain('success Added.');
    expect(section('Fields of plugins').textContent).toContain('"earned": 120');
    expect(section(/What did not fit/).textContent).toContain('items[2].pricenot an amount');
  });

  test('switches to raw JSON by tab and arrow key', async () => {
    show();
    fireEvent.keyDown(screen.getByRole('tab', { name: 'Lines' }), { key: 'ArrowRight' });
    expect(await screen.findByRole('tree')).toBeTruthy();
    expect(screen.queryByRole('table', { name: 'Lines of the cart' })).toBeNull();
    expect(document.activeElement?.textContent).toBe('Raw JSON');
  });

  test('masks the key in raw JSON, and of a customer the hash', async () => {
    const hash = 'cfd0c212bb694da4249d0de10e8833d1';
    const key = 't_64700caae6d768c22dc724a96d14e0';
    show({ raw: { cart_key: key, cart_hash: hash } });
    fireEvent.click(screen.getByRole('tab', { name: 'Raw JSON' }));
    const rows = () => screen.getAllByRole('treeitem').map(({ textContent }) => textContent);
    await screen.findByRole('tree');
    expect(rows()).toContain('cart_key: "t_64…14e0"');
    expect(rows()).toContain(`cart_hash: "${hash}"`);
    cleanup();
    show({ raw: { cart_key: '2', cart_hash: hash }, cart: { key: '2', owner: 'customer' } });
    fireEvent.click(screen.getByRole('tab', { name: 'Raw JSON' }));
    await screen.findByRole('tree');
    expect(rows()).toContain('cart_key: "2"');
    expect(rows()).toContain('cart_hash: "cfd0…33d1"');
  });

  test('says when there is no JSON', () => {
    show({ raw: undefined });
    fireEvent.click(screen.getByRole('tab', { name: 'Raw JSON' }));
    expect(screen.getByText('No JSON to show')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Copy JSON' })).toBeNull();
  });

  test('has a way past the lines for the keyboard', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Skip to totals' }));
    expect(document.activeElement?.tagName).toBe('ASIDE');
  });
});
