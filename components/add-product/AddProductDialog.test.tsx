import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { PlannedAct } from '../../lib/action/act.ts';
import { writeRequest } from '../../lib/action/write-request.ts';
import type { WriteTarget } from '../../lib/action/write-target.ts';
import type { Line } from '../../lib/cart/cart.ts';
import { FIRST_PAGE, recordedCaptures } from '../../lib/log/recorded-captures.ts';
import type { ProductQuery } from '../../lib/products/product-query.ts';
import { productRequest } from '../../lib/products/product-request.ts';
import { axeBreaches } from '../axe.ts';
import { aCart, aLine } from '../cart/fixture.ts';
import { createFakeHost, type FakeHost } from '../session/fake-host.ts';
import { useWishes } from '../session/use-wishes.ts';
import { AddProductDialog } from './AddProductDialog.tsx';

afterEach(cleanup);

const TARGET: WriteTarget = {
  store: {
    origin: 'http://localhost:8066',
    restRoot: 'http://localhost:8066/wp-json/',
    namespace: 'cocart',
  },
  ...{ api: 'v2', version: '4.3.6', key: '28f44d3ab757577fefd4688530c2fc', routes: null },
};
const RECORDED = recordedCaptures('cocart-4.3.6/v2-products.jsonl');

interface ScreenProps {
  readonly host: FakeHost;
  readonly target: WriteTarget;
  readonly onPlan: (planned: PlannedAct) => void;
  readonly onClose: () => void;
  readonly instead: Line | null;
}

function Screen({ host, target, ...rest }: ScreenProps) {
  const wishes = useWishes(host);
  const cart = aCart({ lines: [aLine({ quantity: 2 })] });
  return <AddProductDialog target={target} cart={cart} host={host} wishes={wishes} {...rest} />;
}

function open(
  target = TARGET,
  options: Parameters<typeof createFakeHost>[0] = {},
  instead: Line | null = null,
) {
  const host = createFakeHost(options);
  const onPlan = vi.fn<(planned: PlannedAct) => void>();
  const onClose = vi.fn();
  render(
    <Screen host={host} target={target} onPlan={onPlan} onClose={onClose} instead={instead} />,
  );
  return { host, onPlan, onClose, dialog: screen.getByRole('dialog') };
}

/** Lets the store answer a query with what it answered when it was recorded. */
function answer(host: FakeHost, query: ProductQuery, step: string) {
  const capture = RECORDED.find((recorded) => recorded.step === step);
  if (!capture) throw new Error(`No recorded step ${step}`);
  const { exchange } = capture;
  const url = productRequest(TARGET.store, 'v2', query).url;
  host.hear([
    {
      ...{ tabId: 1, page: FIRST_PAGE },
      exchange: {
        ...exchange,
        id: `own ${url}`,
        sender: 'extension',
        request: { ...exchange.request, url },
      },
    },
  ]);
}

const type = (label: string | RegExp, text: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value: text } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

/** What would go out: method, route and body of each write. */
const requestsOf = ({ act }: PlannedAct) =>
  act.writes.map((write) => {
    const request = writeRequest(act.target, write);
    if (!request.ok) throw new Error(request.failure.what);
    const { method, url, body } = request.value;
    return [method, url.replace(/^.*\/cocart\/|\?.*$/g, ''), JSON.parse(body ?? 'null')];
  });

async function searchFor(host: FakeHost, text: string, step: string) {
  type('Name, or a part of it', text);
  press('Search');
  await waitFor(() => expect(host.asked).not.toEqual([]));
  answer(host, { by: 'name', text }, step);
}

describe('a search', () => {
  test('sends one request at the press, and none while typing', async () => {
    const { host } = open();
    type('Name, or a part of it', 'h');
    type('Name, or a part of it', 'hoodie');
    expect(host.asked).toEqual([]);
    expect(screen.getByText(/Sends one request, without cookies or key/)).toBeTruthy();
    press('Search');
    expect(host.asked).toMatchObject([
      {
        wish: { kind: 'products', api: 'v2', query: { by: 'name', text: 'hoodie' } },
        origins: ['http://localhost:8066'],
      },
    ]);
  });

  test('asks for nothing without a text, nor for an id that is none', () => {
    const { host } = open();
    press('Search');
    expect(screen.getByRole('alert').textContent).toBe('Type what to look for.');
    fireEvent.click(screen.getByRole('radio', { name: 'Id' }));
    type('Id of a product or variation', 'x19');
    press('Search');
    expect(screen.getByRole('alert').textContent).toMatch(/whole number/);
    expect(host.asked).toEqual([]);
  });

  test('says that a product is not there, and when the store cannot be reached', async () => {
    const failure = { what: 'The shop is closed.', why: '', todo: '' };
    const { host } = open(TARGET, { outcome: { ok: false, failure } });
    fireEvent.click(screen.getByRole('radio', { name: 'Id' }));
    type('Id of a product or variation', '999999');
    press('Search');
    await screen.findByText('The shop is closed.');
    answer(host, { by: 'id', text: '999999' }, 'unknown product');
    await screen.findByRole('heading', { name: 'The store has no such product.' });
  });
});

describe('another variation', () => {
  const line = aLine({ itemKey: 'old', productId: 19, variationId: 20, quantity: 3 });

  test('is found from the line, whose quantity and item data it begins with', async () => {
    const instead = { ...line, itemData: { engraving: 'Ada' } };
    const { host, onPlan } = open(TARGET, {}, instead);
    expect(host.asked).toEqual([]);
    press('Search');
    await waitFor(() => expect(host.asked).toHaveLength(1));
    answer(host, { by: 'id', text: '19' }, 'search');
    fireEvent.click(await screen.findByRole('button', { name: /^Hoodie/ }));
    fireEvent.change(screen.getByLabelText('Color'), { target: { value: 'Red' } });
    fireEvent.change(screen.getByLabelText('Logo'), { target: { value: 'Yes' } });
    press('Add to the cart…');
    expect(onPlan.mock.calls[0]?.[0]).toMatchObject({
      act: {
        destroys: true,
        writes: [
          { do: 'remove-item', itemKey: 'old' },
          { do: 'add-item', quantity: 3, itemData: { engraving: 'Ada' } },
        ],
      },
    });
    expect(await axeBreaches()).toEqual([]);
  });
});

describe('a variable product', () => {
  test('is added by choosing its attributes; what is missing is said', async () => {
    const { host, onPlan } = open();
    await searchFor(host, 'hoodie', 'search');
    fireEvent.click(await screen.findByRole('button', { name: /^Hoodie/ }));
    expect(document.activeElement?.textContent).toContain('Hoodie');
    press('Add to the cart…');
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
      'Choose one.',
      'Choose one.',
    ]);
    expect(onPlan).not.toHaveBeenCalled();

    fireEvent.change(screen.getByLabelText('Color'), { target: { value: 'Red' } });
    const logo = screen.getByLabelText<HTMLSelectElement>('Logo');
    // No red hoodie is without a logo.
    expect([...logo.options].map(({ value, disabled }) => [value, disabled])).toEqual([
      ['', false],
      ['Yes', false],
      ['No', true],
    ]);
    fireEvent.change(logo, { target: { value: 'Yes' } });
    expect(screen.getByRole('form', { name: /Hoodie #23 · \$46\.50/ })).toBeTruthy();
    type('Quantity', '2');
    press('Add to the cart…');
    const planned = onPlan.mock.calls[0]?.[0];
    expect(planned?.act.title).toBe('Add 2 × Hoodie (Red, Yes)');
    expect(planned && requestsOf(planned)).toEqual([
      [
        'POST',
        'v2/cart/add-item',
        {
          ...{ id: '19', quantity: '2' },
          variation: { attribute_color: 'Red', attribute_logo: 'Yes' },
        },
      ],
    ]);
    // Planning sends nothing.
    expect(host.asked).toHaveLength(1);
    expect(await axeBreaches()).toEqual([]);
  });
});

describe('limits', () => {
  test('sold individually, out of stock, backorder and too many are said before', async () => {
    const { host, onPlan } = open();
    await searchFor(host, 'o', 'page 2');
    fireEvent.click(await screen.findByRole('button', { name: /^Out of stock thing/ }));
    expect(screen.getByText('Out of stock: the store will refuse it.')).toBeTruthy();
    press(/^Backorder lamp/);
    expect(screen.getByText(/^On backorder/)).toBeTruthy();
    type('Name, or a part of it', 'a');
    press('Search');
    answer(host, { by: 'name', text: 'a' }, 'products');
    fireEvent.click(await screen.findByRole('button', { name: /^One per order/ }));
    type('Quantity', '2');
    expect(screen.getByText('Sold individually: the store takes one, or refuses.')).toBeTruthy();
    press(/^Café Müller/);
    type('Quantity', '4');
    expect(
      screen.getByText('The most that the shop sells is 3: the store will refuse 4.'),
    ).toBeTruthy();
    // A refusal may be what is tested.
    press('Add to the cart…');
    expect(onPlan.mock.calls[0]?.[0].act.title).toBe('Add 4 × Café Müller 杯 ☕');
    type('Quantity', '0');
    press('Add to the cart…');
    expect(screen.getByRole('alert').textContent).toMatch(/above zero/);
    expect(onPlan).toHaveBeenCalledTimes(1);
  });
});

test('a grouped product is added by the quantities of those within, named after a press of its own', async () => {
  const { host, onPlan } = open();
  const [grouped] = RECORDED.filter(({ step }) => step === 'product by sku');
  const json = JSON.parse(grouped?.exchange.response.body.text ?? '{}');
  const body = JSON.stringify({
    ...json,
    id: 24,
    name: 'Set',
    type: 'grouped',
    grouped_products: [10, 11],
  });
  type('Name, or a part of it', 'set');
  press('Search');
  const url = productRequest(TARGET.store, 'v2', { by: 'name', text: 'set' }).url;
  if (!grouped) throw new Error('No recorded product.');
  const { exchange } = grouped;
  host.hear([
    {
      ...{ tabId: 1, page: FIRST_PAGE },
      exchange: {
        ...{ ...exchange, id: 'own', sender: 'extension' },
        request: { ...exchange.request, url },
        response: { ...exchange.response, body: { text: body } },
      },
    },
  ]);
  fireEvent.click(await screen.findByRole('button', { name: /^Set/ }));
  press('Read their names and stock');
  expect(host.asked.at(-1)?.wish).toMatchObject({ query: { by: 'ids', text: '10,11' } });
  answer(host, { by: 'ids', text: '10,11' }, 'products');
  await screen.findByLabelText('Album');
  press('Add to the cart…');
  expect(screen.getByText('Give at least one of them a quantity.')).toBeTruthy();
  type('Beanie “Winter” & Co', '3');
  press('Add to the cart…');
  const planned = onPlan.mock.calls[0]?.[0];
  expect(planned && requestsOf(planned)).toEqual([
    ['POST', 'v2/cart/add-items', { id: '24', quantity: { 11: '3' } }],
  ]);
  expect(await axeBreaches()).toEqual([]);
});

describe('item data and own price', () => {
  test('are checked as they are typed, and stand in the request', async () => {
    const { onPlan } = open();
    fireEvent.click(screen.getByRole('radio', { name: 'SKU' }));
    type('SKU of a product or variation', 'woo-album');
    press('Use as typed');
    const form = screen.getByRole('form', { name: /Product woo-album/ });
    fireEvent.click(within(form).getByText('Item data and own price'));
    await screen.findByLabelText(/^Item data, as JSON/);
    type(/^Item data, as JSON/, '{"engraving": ');
    expect(screen.getByRole('alert').textContent).toMatch(/^That is no JSON/);
    press('Add to the cart…');
    expect(onPlan).not.toHaveBeenCalled();
    expect(screen.getByText('Item data or own price cannot be sent as typed.')).toBeTruthy();
    type(/^Item data, as JSON/, '{"engraving": "For Ann"}');
    type('Own price for one', '3.33');
    expect(screen.getByText('In major units: 3.33. CoCart 4.3.6 charges it.')).toBeTruthy();
    press('Add to the cart…');
    const planned = onPlan.mock.calls[0]?.[0];
    expect(planned && requestsOf(planned)).toEqual([
      [
        'POST',
        'v2/cart/add-item',
        {
          ...{ id: 'woo-album', quantity: '1' },
          ...{ item_data: { engraving: 'For Ann' }, price: '3.33' },
        },
      ],
    ]);
  });
});

describe('a store that may have no products in its API', () => {
  const old: WriteTarget = { ...TARGET, version: null };

  test('takes an id or SKU as typed, and can be asked for its routes', async () => {
    const { host } = open(old);
    expect(screen.queryByRole('button', { name: 'Search' })).toBeNull();
    expect(screen.getByText(/two requests, .* They touch no cart/)).toBeTruthy();
    press('Read this store’s routes');
    expect(host.asked).toMatchObject([{ wish: { kind: 'routes', store: TARGET.store } }]);
    host.tellRoutes({ at: 1, v1: ['get-cart', 'products'], v2: ['cart'] });
    await screen.findByRole('button', { name: 'Search' });
    type('Name, or a part of it', 'album');
    press('Search');
    expect(host.asked.at(-1)?.wish).toMatchObject({ kind: 'products', api: 'v1' });
  });

  test('says so once its routes were read', async () => {
    open(old, { routes: { at: 1, v1: ['get-cart'], v2: ['cart'] } });
    await screen.findByText(/lists no products in its API/);
    expect(screen.queryByRole('button', { name: /routes/ })).toBeNull();
    expect(await axeBreaches()).toEqual([]);
  });
});

test('opens on the field to type into; Close closes', () => {
  const { onClose, dialog } = open();
  expect(dialog.hasAttribute('open')).toBe(true);
  expect(document.activeElement).toBe(screen.getByLabelText('Name, or a part of it'));
  press('Close');
  expect(onClose).toHaveBeenCalledTimes(1);
});
