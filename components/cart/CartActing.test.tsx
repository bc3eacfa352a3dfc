import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TARGET } from '../../lib/action/sample-act.ts';
import type { Cart } from '../../lib/cart/cart.ts';
import { fail, succeed } from '../../lib/outcome.ts';
import type { CartActing } from './acting.ts';
import { CartView } from './CartView.tsx';
import { aCart, aLine } from './fixture.ts';

afterEach(cleanup);

const ALBUM = aLine({ name: 'Album', itemKey: 'album', quantity: 3 });
const BELT = aLine({ name: 'Belt', itemKey: 'belt', quantity: 1, maxQuantity: 1 });
const CART = aCart({ key: 'k', lines: [ALBUM, BELT] });

function view(cart: Cart, acting: CartActing) {
  return (
    <CartView
      {...{ cart, acting, changes: null, raw: {}, problems: [] }}
      money="formatted"
      onMoneyChange={() => {}}
    />
  );
}

function show(part: Partial<CartActing> = {}, cart: Cart = CART) {
  const onPlan = vi.fn<CartActing['onPlan']>();
  const acting: CartActing = {
    ...{ target: succeed(TARGET), busy: false, undo: null, routes: null },
    ...{ onPlan, onOpen: () => {} },
    ...part,
  };
  const { rerender } = render(view(cart, acting));
  return { onPlan, become: (next: Cart) => rerender(view(next, acting)) };
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const quantity = (name: string) => screen.getByRole('textbox', { name: `Quantity of ${name}` });

describe('the quantity of a line', () => {
  it('is changed on the screen, several at once, and planned by one press', () => {
    const { onPlan } = show();
    press('One more of Album');
    press('One more of Album');
    press('Remove Belt');
    expect(screen.getByText('2 changes, not sent')).toBeTruthy();
    expect(onPlan).not.toHaveBeenCalled();
    press('Review and send…');
    expect(onPlan.mock.lastCall?.[0].act).toMatchObject({
      writes: [{ do: 'update-items', quantities: { album: 5, belt: 0 } }],
      destroys: true,
    });
  });

  it('keeps to the limits that the store tells', () => {
    show();
    const more = screen.getByRole('button', { name: 'One more of Belt' });
    expect(more.hasAttribute('disabled')).toBe(true);
    fireEvent.change(quantity('Belt'), { target: { value: '4' } });
    expect(screen.getByRole('alert').textContent).toMatch(/not within the limits/);
    expect(screen.queryByText(/not sent/)).toBeNull();
  });

  it('is no change once it is what it was, or was discarded', () => {
    show();
    press('One more of Album');
    press('One less of Album');
    expect(screen.queryByText(/not sent/)).toBeNull();
    press('One less of Album');
    press('Discard');
    expect(screen.queryByText(/not sent/)).toBeNull();
  });

  it('is no change once the cart holds it, and does not come back when that is undone', async () => {
    const { become } = show();
    press('One more of Album');
    become(aCart({ key: 'k', lines: [{ ...ALBUM, quantity: 4 }, BELT] }));
    expect(screen.queryByText(/not sent/)).toBeNull();
    become(CART);
    expect(screen.queryByText(/not sent/)).toBeNull();
  });

  it('is never carried over to another cart with the same items', () => {
    const { become } = show();
    press('One more of Album');
    become(aCart({ key: 'other', lines: [ALBUM, BELT] }));
    expect(screen.queryByText(/not sent/)).toBeNull();
  });

  it('cannot be changed while something is under way', () => {
    show({ busy: true });
    expect(quantity('Album').hasAttribute('disabled')).toBe(true);
  });
});

describe('what the cart offers', () => {
  it('says in words why it cannot be changed, and then has no controls', () => {
    show({ target: fail('This cart cannot be changed from here.', 'No key.', 'Refresh.') });
    expect(screen.getByText(/cannot be changed from here\. No key\./)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /One more|Calculate/ })).toBeNull();
  });

  it('calculates, restores, and goes back', () => {
    const onUndo = vi.fn();
    const removed = [aLine({ name: 'Cap', itemKey: 'cap' })];
    const cart = aCart({ key: 'k', lines: [ALBUM], removed });
    const { onPlan } = show({ undo: { title: 'Undo: Clear this cart', onUndo } }, cart);
    press('Calculate…');
    expect(onPlan.mock.lastCall?.[0].act.writes).toEqual([{ do: 'calculate' }]);
    press('Restore Cap');
    expect(onPlan.mock.lastCall?.[0].act.writes).toEqual([{ do: 'restore-item', itemKey: 'cap' }]);
    press(/^Undo: Clear this cart/);
    expect(onUndo).toHaveBeenCalled();
  });

  it('chooses rates and takes off coupons only where the store has routes for it', () => {
    show();
    expect(screen.queryByRole('radio', { name: /Ship by/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /Take off the coupon/ })).toBeNull();
    cleanup();
    const plus = ['cart/set-shipping-method', 'cart/coupons/{code}'];
    const pro = ['coupon', 'shipping-methods'];
    for (const [api, routes] of [
      ['v2', { at: 1, v1: [], v2: plus }],
      ['v1', { at: 1, v1: pro, v2: [] }],
    ] as const) {
      const { onPlan } = show({ routes });
      const rates = within(screen.getByRole('complementary'));
      fireEvent.click(rates.getByRole('radio', { name: 'Ship by Local pickup' }));
      const { act } = onPlan.mock.lastCall?.[0] ?? {};
      expect(act).toMatchObject({ target: { api }, writes: [{ do: 'choose-rate' }] });
      press('Take off the coupon five');
      expect(onPlan.mock.lastCall?.[0].act).toMatchObject({
        ...{ target: { api }, writes: [{ do: 'remove-coupon', code: 'five' }] },
      });
      cleanup();
    }
  });
});
