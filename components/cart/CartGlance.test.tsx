import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { CartGlance } from './CartGlance.tsx';
import { aCart, aLine } from './fixture.ts';

afterEach(cleanup);

function entries(): string[] {
  return screen.getAllByRole('listitem').map((item) => item.textContent);
}

test('says how many of what, what it costs, and the coupons', () => {
  const hoodie = { name: 'Hoodie', attributes: [{ name: 'Color', value: 'Blue' }] };
  render(<CartGlance cart={aCart({ lines: [aLine({}), aLine({ ...hoodie, quantity: 1 })] })} />);
  expect(entries()).toEqual(['3 × Album $39.26', '1 × Hoodie Blue$39.26']);
  expect(screen.getByText('3 items · 2 lines')).toBeTruthy();
  expect(screen.getByText('five')).toBeTruthy();
  expect(screen.getByText('$131.38')).toBeTruthy();
});

test('shows the first eight lines and counts the rest', () => {
  render(<CartGlance cart={aCart({ lines: Array.from({ length: 232 }, () => aLine({})) })} />);
  expect(entries()).toHaveLength(9);
  expect(entries().at(-1)).toBe('and 224 more');
});

test('tells an empty cart from one that was not told', () => {
  const { rerender } = render(<CartGlance cart={aCart({ lines: [] })} />);
  expect(screen.getByText('The cart is empty.')).toBeTruthy();
  rerender(<CartGlance cart={aCart({ lines: null, totals: null })} />);
  expect(screen.getByText(/did not say/)).toBeTruthy();
  expect(screen.queryByText('Total')).toBeNull();
});
