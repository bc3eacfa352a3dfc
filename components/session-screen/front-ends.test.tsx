import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { Capture, SeenPage } from '../../lib/capture.ts';
import type { FrontEnd } from '../../lib/front-end.ts';
import { createCartLog } from '../../lib/log/cart-log.ts';
import { recordedCaptures, recordedStep } from '../../lib/log/recorded-captures.ts';
import { Panel } from '../panel/Panel.tsx';
import { createFakeHost } from '../session/fake-host.ts';

// The Session screen of carts that came another way than straight from the page to the store: through a
// front end's own server, in a frame, or by the address of a page.

afterEach(cleanup);

const FILE = 'cocart-4.3.6/v2-guest-lifecycle.jsonl';
const SHOP = 'https://shop.example';
const STORE = 'http://localhost:8066';
const PAGE: SeenPage = { url: `${SHOP}/products`, since: 1_000, heardFromStart: true };
const READ = recordedStep(FILE, 'cart by query key');
const MAPPED: FrontEnd = {
  origin: SHOP,
  store: { origin: STORE, restRoot: `${STORE}/wp-json/`, namespace: 'cocart' },
  at: Date.now(),
};

/** The recorded answer as the front end's own server passes it on. */
function passedOn(change: (body: string) => string = (body) => body): Capture {
  const { exchange } = READ;
  return {
    tabId: 1,
    page: PAGE,
    exchange: {
      ...exchange,
      id: 'passed on',
      request: {
        ...exchange.request,
        url: `${SHOP}/api/cart`,
        headers: [{ name: 'Referer', value: `${SHOP}/products` }],
      },
      response: { ...exchange.response, headers: [], body: { text: change(bodyOf(READ)) } },
    },
  };
}

function bodyOf({ exchange }: Capture): string {
  return exchange.response.body.text ?? '';
}

function withoutKey(body: string): string {
  return body.replace(/"cart_key":\s*"\w+",?/, '');
}

async function open(options: Parameters<typeof createFakeHost>[0]) {
  const host = createFakeHost({ page: PAGE, ...options });
  render(<Panel log={createCartLog()} host={host} />);
  fireEvent.click(screen.getByRole('tab', { name: 'Session' }));
  await screen.findByRole('region', { name: 'Access' }, { timeout: 10_000 });
  return host;
}

const answer = () => screen.getByRole('region', { name: 'Whose cart is this?' }).textContent;
const part = (name: string) => within(screen.getByRole('region', { name }));
const QUESTION = 'Which store is behind shop.example?';

describe('a front end that hides its store', () => {
  it('is told, with what can be done', async () => {
    await open({ kept: [passedOn()] });
    await waitFor(() => expect(answer()).toContain('through shop.example/api/cart'));
    expect(answer()).toContain('Which store that is was not heard.');
    expect(part('Keys sent and returned').getByText('passed on')).toBeTruthy();
    expect(part('Keys sent and returned').queryByText(/sent none/)).toBeNull();
  });

  it('is mapped by one press to a store that was heard in another tab, and said to be so', async () => {
    const elsewhere = recordedCaptures(FILE).map((one): Capture => ({ ...one, tabId: 2 }));
    const host = await open({ kept: [passedOn()], elsewhere });
    const question = within(await screen.findByRole('region', { name: QUESTION }));
    fireEvent.click(await question.findByRole('button', { name: 'localhost:8066' }));
    await waitFor(() => expect(answer()).toContain('You said that localhost:8066 is behind it.'));
    expect(screen.queryByRole('region', { name: QUESTION })).toBeNull();
    expect(await host.readFrontEnds()).toMatchObject([{ origin: SHOP, store: MAPPED.store }]);
    expect(host.asked).toEqual([]);
  });

  it('is mapped to an address that is typed; one that is none is refused', async () => {
    const host = await open({ kept: [passedOn()] });
    const field = await screen.findByRole('textbox', { name: 'Address of the store' });
    const submit = screen.getByRole('button', { name: 'It is this store' });
    fireEvent.input(field, { target: { value: 'not a store' } });
    fireEvent.click(submit);
    expect(await screen.findByText(/no address of a website/)).toBeTruthy();
    fireEvent.input(field, { target: { value: 'store.example/wp-json/till/v2' } });
    fireEvent.click(submit);
    await waitFor(() => expect(answer()).toContain('of store.example through'));
    expect(await host.readFrontEnds()).toMatchObject([{ store: { namespace: 'till' } }]);
  });

  it('is listed beside access, and taken back there', async () => {
    const host = await open({ kept: [passedOn()], frontEnds: [MAPPED] });
    const list = part('Front ends');
    expect(list.getByText(SHOP)).toBeTruthy();
    expect(list.getByText('http://localhost:8066/wp-json/cocart')).toBeTruthy();
    fireEvent.click(list.getByRole('button', { name: /Take back/ }));
    expect(await screen.findByRole('region', { name: QUESTION })).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Front ends' })).toBeNull();
    expect(await host.readFrontEnds()).toEqual([]);
  });

  it('that keeps the key says what that means', async () => {
    await open({ kept: [passedOn(withoutKey)], frontEnds: [MAPPED] });
    await waitFor(() => expect(answer()).toContain('whose server keeps the key to itself'));
    expect(answer()).toContain('cannot be read again from here: that takes the key');
    expect(part('Carts seen here').getByText(/is not listed/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Refresh' }).getAttribute('aria-disabled')).toBe(
      'true',
    );
  });

  it('that signs a customer in is not read with the browser’s own sign-in', async () => {
    const customers = (body: string) => body.replace(/"cart_key":\s*"\w+"/, '"cart_key":"2"');
    await open({ kept: [passedOn(customers)], frontEnds: [MAPPED] });
    await waitFor(() => expect(answer()).toContain('customer 2'));
    expect(answer()).toContain('takes the sign-in, which the server keeps');
  });

  it('of which the store knows nothing is doubted', async () => {
    const { exchange } = READ;
    const emptied = bodyOf(READ).replace(
      /"items":\s*\[.*?\}\],"item_count/,
      '"items":[],"item_count',
    );
    const own: Capture = {
      ...READ,
      page: PAGE,
      exchange: {
        ...exchange,
        id: 'own',
        sender: 'extension',
        startedAt: exchange.startedAt + 1_000,
        response: { ...exchange.response, body: { text: emptied } },
      },
    };
    await open({ kept: [passedOn(), own], frontEnds: [MAPPED] });
    await waitFor(() =>
      expect(answer()).toContain('localhost:8066 answered with an empty cart, where'),
    );
    expect(answer()).toContain('most likely another store');
  });
});

describe('frames', () => {
  it('are named where they made the call', async () => {
    const { exchange } = READ;
    const headers = [{ name: 'Origin', value: 'https://pay.example' }];
    const framed: Capture = {
      ...READ,
      page: PAGE,
      exchange: { ...exchange, request: { ...exchange.request, headers } },
    };
    await open({ kept: [framed] });
    await waitFor(() =>
      expect(answer()).toMatch(/^A frame or page of pay\.example shows the guest/),
    );
    const words = /by a frame or page of https:\/\/pay\.example/;
    for (const name of ['Carts seen here', 'Keys sent and returned', 'Where keys stand']) {
      await waitFor(() => expect(part(name).getAllByText(words)).not.toHaveLength(0));
    }
  });
});

describe('keys in the address of a page', () => {
  const KEY = 't_64700caae6d768c22dc724a96d14e0';
  const HASH = 'cfd0c212bb694da4249d0de10e8833d1';
  const rowOf = async (text: RegExp) => {
    const rows = await part('Where keys stand').findAllByRole('row');
    return rows.find((row) => text.test(row.textContent ?? ''))?.textContent;
  };

  it('are told without any call, masked, with what the shop makes of them', async () => {
    const url = `${STORE}/?cocart-load-cart=${KEY}`;
    await open({ page: { ...PAGE, url } });
    await screen.findByRole('region', { name: 'Where keys stand' });
    const row = await rowOf(/page address cocart-load-cart/);
    expect(row).toContain('t_64…14e0');
    expect(row).toContain('makes it the browser’s cart');
    expect(document.body.innerHTML).not.toContain(KEY);
  });

  const HOP = { method: 'GET', since: 1_500 };

  it('are told where the tab was sent on from it, and no page shows it', async () => {
    const host = await open({ page: PAGE });
    act(() => host.redirect({ ...HOP, url: `${STORE}/?cocart-load-cart=${KEY}`, to: null }));
    await waitFor(async () => expect(await rowOf(/page address/)).toContain('t_64…14e0'));
    expect(document.body.innerHTML).not.toContain(KEY);
  });

  it('are told where an answer sent on to it, by which call, with what the shop makes of them', async () => {
    const host = await open({ page: PAGE });
    const to = `${STORE}/checkout/?cocart-load-cart=${KEY}`;
    act(() => host.redirect({ ...HOP, url: `${SHOP}/pay?token=1`, to }));
    await waitFor(async () =>
      expect(await rowOf(/redirect address \(Location\) cocart-load-cart/)).toContain('t_64…14e0'),
    );
    const row = await rowOf(/redirect address/);
    expect(row).toContain(`sent on to ${STORE}/checkout/`);
    expect(row).toContain(`GET ${SHOP}/pay`);
    expect(row).not.toContain('token');
    expect(row).toContain('makes it the browser’s cart');
    expect(document.body.innerHTML).not.toContain(KEY);
  });

  it('are told to be a sign-in where the hash of a customer stands beside them', async () => {
    const url = `${STORE}/?cocart-load-cart=2&c_hash=${HASH}`;
    await open({ kept: [{ ...READ, page: { url, since: 2_000 } }] });
    await waitFor(async () => expect(await rowOf(/page address/)).toContain('a sign-in'));
    const row = await rowOf(/page address/);
    expect(row).toContain('c_hash •••');
    expect(row).toContain('without a password');
    expect(document.body.innerHTML).not.toContain(HASH);
  });
});
