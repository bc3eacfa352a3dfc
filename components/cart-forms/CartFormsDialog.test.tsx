import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { PlannedAct } from '../../lib/action/act.ts';
import type { WriteTarget } from '../../lib/action/write-target.ts';
import { axeBreaches } from '../axe.ts';
import { aCart } from '../cart/fixture.ts';
import { createFakeHost, type FakeHost } from '../session/fake-host.ts';
import { useWishes } from '../session/use-wishes.ts';
import { CartFormsDialog } from './CartFormsDialog.tsx';

afterEach(cleanup);

const TARGET: WriteTarget = {
  store: {
    origin: 'https://shop.example',
    restRoot: 'https://shop.example/wp-json/',
    namespace: 'cocart',
  },
  ...{ api: 'v2', version: '4.3.6', key: '28f44d3ab757577fefd4688530c2fc', routes: null },
};
const PLUS = ['cart/apply-coupon', 'cart/coupons/{code}', 'cart/add-fee', 'cart/remove-fees'];

interface ScreenProps {
  readonly host: FakeHost;
  readonly target: WriteTarget;
  readonly onPlan: (planned: PlannedAct) => void;
}

function Screen({ host, target, onPlan }: ScreenProps) {
  const wishes = useWishes(host);
  const props = { target, cart: aCart({}), host, wishes, onPlan, onClose: () => {} };
  return <CartFormsDialog {...props} />;
}

function open(target = TARGET, options: Parameters<typeof createFakeHost>[0] = {}) {
  const host = createFakeHost(options);
  const onPlan = vi.fn<(planned: PlannedAct) => void>();
  render(<Screen host={host} target={target} onPlan={onPlan} />);
  return { host, onPlan };
}

const type = (label: string | RegExp, text: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value: text } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('a tax case fills the address; what was touched is planned, for shipping too', async () => {
  const { host, onPlan } = open();
  press('Set the address…');
  expect(screen.getByRole('alert').textContent).toMatch(/^Choose a tax case/);
  fireEvent.change(screen.getByLabelText('Tax case'), { target: { value: 'DE' } });
  expect(screen.getByLabelText<HTMLInputElement>('Postcode').value).toBe('10557');
  type('Postcode', '20095');
  press('Set the address…');
  const planned = onPlan.mock.calls[0]?.[0];
  const place = { country: 'DE', state: 'DE-BE', postcode: '20095', city: 'Berlin' };
  expect(planned?.act.writes).toEqual([
    {
      do: 'update-customer',
      fields: {
        ...place,
        ...{ s_country: 'DE', s_state: 'DE-BE', s_postcode: '20095', s_city: 'Berlin' },
      },
    },
  ]);
  expect(planned?.losses).toEqual([]);
  fireEvent.click(screen.getByLabelText('Ship there too'));
  press('Set the address…');
  expect(onPlan.mock.calls[1]?.[0].act.writes[0]).toEqual({ do: 'update-customer', fields: place });
  fireEvent.change(screen.getByLabelText('Tax case'), { target: { value: 'none' } });
  expect(screen.getByLabelText<HTMLInputElement>('Country').placeholder).toBe('will be emptied');
  expect(host.asked).toEqual([]);
  expect(await axeBreaches()).toEqual([]);
});

test('a store whose version has no call for it says why', () => {
  open({ ...TARGET, version: '3.12.0' });
  expect(screen.getByText(/CoCart 3.12.0 has no call .* came with 4.1/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Set the address…' })).toBeNull();
});

test('coupons and fees are there once the routes of the store were read, by the API that has them', async () => {
  const { host, onPlan } = open();
  expect(screen.queryByLabelText('Code')).toBeNull();
  press('Read this store’s routes');
  expect(host.asked).toMatchObject([
    { wish: { kind: 'routes' }, origins: ['https://shop.example'] },
  ]);
  host.tellRoutes({ at: 1, v1: [], v2: PLUS });
  await screen.findByLabelText('Code');
  expect(screen.getByText(/^Choosing a rate by API comes with CoCart Plus 2/)).toBeTruthy();
  press('Apply…');
  expect(screen.getByRole('alert').textContent).toBe('Type the code of a coupon.');
  type('Code', ' ten-off ');
  press('Apply…');
  type('Name', 'Gift wrap');
  type('Amount, in major units', '3,25');
  press('Add the fee…');
  expect(screen.getByRole('alert').textContent).toMatch(/^An amount is decimal/);
  type('Amount, in major units', '3.25');
  press('Add the fee…');
  press('Take all fees off…');
  expect(
    onPlan.mock.calls.map(([{ act }]) => [act.target.api, act.writes[0], act.destroys]),
  ).toEqual([
    ['v2', { do: 'apply-coupon', code: 'ten-off' }, false],
    ['v2', { do: 'add-fee', name: 'Gift wrap', amount: '3.25' }, false],
    ['v2', { do: 'remove-fees' }, true],
  ]);
  expect(await axeBreaches()).toEqual([]);
});

test('what a store has no routes for is said in a sentence each', async () => {
  open(TARGET, { routes: { at: 1, v1: ['get-cart'], v2: ['cart'] } });
  await screen.findByText(/^Coupons by API come with CoCart Plus 2/);
  expect(screen.getByText(/^Fees by API come with/)).toBeTruthy();
  expect(screen.queryByLabelText('Code')).toBeNull();
});
