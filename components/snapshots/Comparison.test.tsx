import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { aSnapshot } from '../../lib/snapshot/a-snapshot.ts';
import { Comparison } from './Comparison.tsx';

afterEach(cleanup);

const { recipe } = aSnapshot();

/** What is said of the snapshot beside one with this currency and another total. */
function saidBeside(code: string | null): string {
  const other = {
    ...recipe,
    currency: { ...recipe.currency, code },
    total: (recipe.total ?? 0) + 1,
  };
  render(<Comparison before={{ name: 'Then', recipe }} after={{ name: 'Now', recipe: other }} />);
  return screen.getByRole('region', { name: 'Comparison' }).textContent;
}

it('claims nothing of a total that is not told in the same currency', () => {
  const said = saidBeside(null);
  expect(said).toContain('Nothing differs: lines, coupons, address and shipping are the same.');
  expect(said).toContain('Amounts were not compared');
});

it('names the total where it is', () => {
  const said = saidBeside(recipe.currency.code);
  expect(said).not.toContain('Nothing differs');
  expect(said).not.toContain('Amounts were not compared');
});
