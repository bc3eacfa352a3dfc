import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PlanUndo } from '../../lib/act-desk.ts';
import { anAct, TARGET } from '../../lib/action/sample-act.ts';
import type { SeenPage } from '../../lib/capture.ts';
import { createCartLog } from '../../lib/log/cart-log.ts';
import { inPassing } from '../../lib/log/heard-captures.ts';
import {
  FIRST_PAGE,
  type RecordedCapture,
  recordedCaptures,
  withAnotherKey,
} from '../../lib/log/recorded-captures.ts';
import { recipeOf } from '../../lib/snapshot/recipe-of.ts';
import { aCart } from '../cart/fixture.ts';
import { createFakeHost } from '../session/fake-host.ts';
import { Panel } from './Panel.tsx';

afterEach(cleanup);

const PAGE: SeenPage = { ...FIRST_PAGE, heardFromStart: true };
const NEW = recordedCaptures('cocart-4.3.6/v2-guest-lifecycle.jsonl');
const OLD = recordedCaptures('cocart-3.0.17/v2-guest-lifecycle.jsonl');

/** The guest's of the first recording. */
const KEY = 'b9a6be79298ac1eb1eb00f3ea4df3c';

function upTo(captures: readonly RecordedCapture[], step: string): RecordedCapture[] {
  return captures.slice(0, captures.findIndex((capture) => capture.step === step) + 1);
}

/** The same calls as a front end's own server passes them on. */
const PASSED_ON = upTo(NEW, 'cart by query key').map(({ exchange, ...seen }) => {
  const url = exchange.request.url.replace(/\/wp-json\/cocart\/v2\/[^?]*/, '/api/cart');
  return { ...seen, exchange: { ...exchange, request: { ...exchange.request, url } } };
});

function open(options: Parameters<typeof createFakeHost>[0]) {
  const host = createFakeHost({ page: PAGE, ...options });
  render(<Panel log={createCartLog()} host={host} />);
  return host;
}

const refreshButton = () => screen.findByRole('button', { name: 'Refresh' });

describe('the header', () => {
  it('says which store, whose cart, from where, until when and how fresh', async () => {
    open({ kept: upTo(NEW, 'update quantity') });
    const header = within(await screen.findByRole('banner'));
    expect(await header.findByRole('heading', { name: 'localhost:8066' })).toBeTruthy();
    expect(header.getByText('CoCart 4.3.6 · v2')).toBeTruthy();
    expect(header.getByText('b9a6…df3c')).toBeTruthy();
    expect(header.getByText(/^expires/)).toBeTruthy();
    expect(header.getByRole('button', { name: /from query.*1 other key/ })).toBeTruthy();
    expect(header.getByText(/POST cart\/item\/d3d9…e820/)).toBeTruthy();
    expect(header.getByText('● live')).toBeTruthy();
  });

  it('shows side by side what the API and the cookie say of the end, with who said it', async () => {
    const key = KEY;
    const resting = {
      key,
      rest: 'session-cookie',
      name: 'wp_woocommerce_session_1f',
      origin: 'http://localhost:8066',
      expiresAt: Date.now() + 48 * 3_600_000,
      used: true,
      asOf: Date.now(),
    } as const;
    open({ kept: upTo(NEW, 'update quantity'), keys: [resting] });
    const header = within(await screen.findByRole('banner'));
    expect(await header.findByText(/^expires.*by the cookie$/)).toBeTruthy();
    expect(header.getByText(/^expire.*by the API$/)).toBeTruthy();
  });

  it('shows the whole key only when it is asked for', async () => {
    open({ kept: upTo(NEW, 'update quantity') });
    await refreshButton();
    expect(document.body.innerHTML).not.toContain(KEY);
    fireEvent.click(screen.getByRole('button', { name: 'Show the whole key' }));
    expect(screen.getByText(KEY)).toBeTruthy();
  });

  it('opens to every place the key was seen in, and the other keys', async () => {
    open({ kept: upTo(NEW, 'update quantity') });
    fireEvent.click(await screen.findByRole('button', { name: /from query/ }));
    const places = within(await screen.findByRole('table', { name: 'Where this key was seen' }));
    expect(places.getByText('reply header')).toBeTruthy();
    expect(places.getByText('cocart-api-cart-key')).toBeTruthy();
    expect(screen.getByRole('heading', { name: '1 other key seen here' })).toBeTruthy();
    expect(screen.getByText('01de…40c5')).toBeTruthy();
  });

  it('leads to loading the shown cart in the browser, and asks for nothing by that', async () => {
    const host = open({ kept: upTo(NEW, 'update quantity') });
    fireEvent.click(await screen.findByRole('button', { name: 'Load in browser…' }));
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Load a cart in the browser' }),
    );
    expect(dialog.getByText('b9a6…df3c')).toBeTruthy();
    expect(dialog.getByText('http://localhost:8066/?cocart-load-cart=b9a6…df3c')).toBeTruthy();
    expect(host.asked).toEqual([]);
    fireEvent.click(dialog.getByRole('button', { name: 'Check this key' }));
    expect(host.asked).toMatchObject([{ wish: { kind: 'check-key', load: { tab: 'this' } } }]);
  });

  it('switches between two stores on one page', async () => {
    open({ kept: [...upTo(NEW, 'cart by query key'), ...upTo(OLD, 'cart by query key')] });
    const choice = await screen.findByRole('combobox', { name: 'Store and API version' });
    const options = within(choice).getAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'localhost:8066 · v2 · 3 items',
      'localhost:8059 · v2 · 3 items',
    ]);
    fireEvent.change(choice, { target: { value: options[1]?.getAttribute('value') } });
    expect(await screen.findByRole('heading', { name: 'localhost:8059' })).toBeTruthy();
  });

  it('names a cart that a front end passes on by where it was answered, and cannot ask for it', async () => {
    const host = open({ kept: PASSED_ON });
    const button = await refreshButton();
    const banner = screen.getByRole('banner');
    expect(banner.textContent).toContain('through localhost:8066/api/cart');
    expect(button.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(button);
    expect(host.asked).toEqual([]);
    expect(banner.textContent).toContain('Say it once on the Session screen');
    fireEvent.click(screen.getByRole('button', { name: /from .*reply/ }));
    expect(await screen.findByText(/The store that it asks was not heard/)).toBeTruthy();
  });

  it('shows it as its store’s once a person said which that is, and reads it there by its key', async () => {
    const store = {
      origin: 'https://store.example',
      restRoot: 'https://store.example/wp-json/',
      namespace: 'cocart',
    };
    const frontEnds = [{ origin: 'http://localhost:8066', store, at: Date.now() }];
    const host = open({ kept: PASSED_ON, frontEnds });
    expect(await screen.findByRole('heading', { name: 'store.example' })).toBeTruthy();
    expect(screen.getByRole('banner').textContent).toContain(
      'through localhost:8066/api/cart (mapped by you)',
    );
    fireEvent.click(await refreshButton());
    expect(host.asked).toMatchObject([
      { wish: { kind: 'refresh', store, key: KEY }, origins: ['https://store.example'] },
    ]);
  });
});

describe('what is wrong with whose cart it is', () => {
  const first = upTo(NEW, 'add first item').slice(-1);
  const again = first.map((capture) => withAnotherKey(capture, 'b'.repeat(30), 5_000));

  it('is a sign in the header and a number at the tab, and leads to the part that says more', async () => {
    open({ kept: [...first, ...again] });
    const sign = await screen.findByRole('button', { name: '2 keys in 2 calls' });
    expect(sign.title).toMatch(/Each call without a key makes a new cart/);
    const tab = screen.getByRole('tab', { name: 'Session' });
    expect(tab.textContent).toBe('Session1');
    expect(tab.title).toBe('Wrong with whose cart this is: 1 thing');
    fireEvent.click(sign);
    const part = await screen.findByRole('region', { name: 'Keys sent and returned' });
    await waitFor(() => expect(document.activeElement).toBe(part));
  });

  it('is not there where nothing is', async () => {
    open({ kept: first });
    await screen.findByText(/1 line/);
    expect(screen.queryByText(/⚠/)).toBeNull();
    expect(screen.getByRole('tab', { name: 'Session' }).title).toBe('');
  });
});

describe('pausing', () => {
  it('holds the picture, counts what comes in, and shows it after', async () => {
    const host = open({ kept: upTo(NEW, 'add first item') });
    await screen.findByText(/^1 item · 1 line|^2 items · 1 line/);
    fireEvent.keyDown(document.body, { key: 'p' });
    expect(screen.getByText(/paused/)).toBeTruthy();
    host.hear(upTo(NEW, 'add second item by query key'));
    expect(await screen.findByText(/1 call waiting/)).toBeTruthy();
    expect(screen.queryByText(/2 lines/)).toBeNull();
    // Named by what it will do: "Resume, pressed" would say that it has been done.
    const resume = screen.getByRole('button', { name: 'Resume' });
    expect(resume.hasAttribute('aria-pressed')).toBe(false);
    fireEvent.click(resume);
    expect(await screen.findByText(/2 lines/)).toBeTruthy();
    expect(screen.queryByText(/paused/)).toBeNull();
  });

  it('by key does nothing while a person types', async () => {
    open({ kept: upTo(NEW, 'add first item') });
    await screen.findByRole('tab', { name: 'Raw JSON' });
    fireEvent.keyDown(document.body, { key: '/' });
    const search = await screen.findByRole('searchbox');
    await waitFor(() => expect(document.activeElement).toBe(search));
    fireEvent.keyDown(search, { key: 'p' });
    expect(screen.queryByText(/paused/)).toBeNull();
  });
});

describe('asking the store', () => {
  it('sends nothing before a press, then asks for a guest by the key alone', async () => {
    const host = open({ kept: upTo(NEW, 'update quantity') });
    const button = await refreshButton();
    expect(host.asked).toEqual([]);
    fireEvent.click(button);
    expect(host.asked).toMatchObject([
      {
        wish: { kind: 'refresh', api: 'v2', key: KEY },
        origins: ['http://localhost:8066'],
        reason: expect.stringContaining('localhost:8066'),
      },
    ]);
  });

  it('asks for a customer by the sign-in, with no key', async () => {
    const kept = upTo(recordedCaptures('cocart-4.3.6/v2-customer.jsonl'), 'customer adds');
    const host = open({ kept });
    fireEvent.click(await refreshButton());
    expect(host.asked).toMatchObject([{ wish: { kind: 'refresh', key: null } }]);
  });

  it('says at the button what it costs', async () => {
    open({ kept: upTo(NEW, 'update quantity') });
    const id = (await refreshButton()).getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(id)?.textContent).toMatch(/notices.*expiry/);
  });

  it('tells where to confirm when the popup has to ask', async () => {
    open({
      kept: upTo(NEW, 'update quantity'),
      outcome: { ok: true, value: 'waiting-in-popup' },
    });
    fireEvent.click(await refreshButton());
    expect(await screen.findByText('Confirm in the popup that opened.')).toBeTruthy();
  });

  it('says why it failed', async () => {
    const failure = { what: 'The store did not answer.', why: 'It is off.', todo: 'Start it.' };
    open({ kept: upTo(NEW, 'update quantity'), outcome: { ok: false, failure } });
    fireEvent.click(await refreshButton());
    expect(await screen.findByText('It is off. Start it.')).toBeTruthy();
    expect(await screen.findByText(/2 lines/)).toBeTruthy();
  });
});

describe('above the cart', () => {
  it('stands what the store refused, in its words', async () => {
    open({ kept: upTo(NEW, 'totals') });
    expect(
      await screen.findByText('GET cart/totals failed: 404 cocart_cart_totals_empty'),
    ).toBeTruthy();
    expect(screen.getByText(/This cart either has no items or was not calculated/)).toBeTruthy();
    expect(await screen.findByText(/2 lines/)).toBeTruthy();
  });

  it('stands whose cart it is where only its key was heard, with the press that reads it', async () => {
    const host = open({ kept: upTo(NEW, 'add first item').map((capture) => inPassing(capture)) });
    expect(await screen.findByText('The key is known, the cart is not')).toBeTruthy();
    expect(within(screen.getByRole('banner')).getByText('b9a6…df3c')).toBeTruthy();
    fireEvent.click(await refreshButton());
    expect(host.asked).toMatchObject([{ wish: { kind: 'refresh' } }]);
  });

  it('stands that the cart changed since, with the way to see it', async () => {
    const host = open({ kept: upTo(OLD, 'clear') });
    expect(await screen.findByText('Changed since by POST cart/clear')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Refresh to see it' }));
    expect(host.asked).toHaveLength(1);
  });

  it('stands that it is from before, once the page was loaded anew', async () => {
    const host = open({ kept: upTo(NEW, 'update quantity') });
    await refreshButton();
    expect(screen.queryByText('From before.')).toBeNull();
    host.show({ url: PAGE.url, since: PAGE.since + 60_000, heardFromStart: true });
    expect(await screen.findByText('From before.')).toBeTruthy();
    expect(screen.getByText('○ from before')).toBeTruthy();
  });

  it('stands that DevTools was opened late, with the reload that mends it', async () => {
    const page = { ...PAGE, heardFromStart: false };
    const host = open({ kept: upTo(NEW, 'update quantity'), page });
    expect(await screen.findByText('Opened late: reload to see the rest.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Reload the page' }));
    expect(host.reloads()).toBe(1);
  });
});

describe('without a cart', () => {
  it('looks for one on a press, and says first that it will ask', async () => {
    const host = open({});
    const button = await screen.findByRole('button', { name: 'Find this page’s cart' });
    expect(screen.getByText(/^Asks for access first/)).toBeTruthy();
    expect(host.asked).toEqual([]);
    fireEvent.click(button);
    expect(host.asked).toMatchObject([
      {
        wish: { kind: 'look', pageUrl: PAGE.url, store: null },
        origins: ['http://localhost:8066'],
      },
    ]);
  });

  it('names a page that no extension may look into', async () => {
    open({ page: { ...PAGE, url: 'about:debugging' } });
    expect(await screen.findByText(/This is a browser page/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Find/ })).toBeNull();
  });
});

describe('keyboard', () => {
  it('lists its shortcuts, and they do what they say', async () => {
    open({ kept: upTo(NEW, 'update quantity') });
    await screen.findByRole('tab', { name: 'Raw JSON' });
    fireEvent.keyDown(document.body, { key: 'm' });
    expect(screen.getByRole('radio', { name: 'Minor units' })).toHaveProperty('checked', true);
    fireEvent.keyDown(document.body, { key: '?' });
    const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    expect(within(dialog).getByText('Pause and resume')).toBeTruthy();
  });
});

describe('acting', () => {
  const KEY = 'b9a6be79298ac1eb1eb00f3ea4df3c';
  const clear = () => screen.findByRole('button', { name: 'Clear cart…' });
  const REPORT = {
    ...{ title: 'Clear this cart', done: 1, planned: 1, failure: null, cancelled: false },
    ...{ unmet: [], undoId: 'u' },
  };

  it('sends nothing before the second press, and then once however often it is pressed', async () => {
    const host = open({ kept: upTo(NEW, 'update quantity') });
    fireEvent.click(await clear());
    const sheet = within(await screen.findByRole('dialog'));
    expect(host.asked).toEqual([]);
    const button = sheet.getByRole('button', { name: 'Clear this cart' });
    fireEvent.click(button);
    fireEvent.click(button);
    expect(host.asked).toMatchObject([
      {
        wish: { kind: 'act', act: { target: { key: KEY }, writes: [{ do: 'clear' }] } },
        origins: ['http://localhost:8066'],
        reason: expect.stringContaining('Clear this cart'),
      },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('unlocks for a time that the header tells, and locks again', async () => {
    open({ kept: upTo(NEW, 'update quantity'), lock: { is: 'locked' } });
    expect(await screen.findByText('locked')).toBeTruthy();
    fireEvent.click(await clear());
    const sheet = within(await screen.findByRole('dialog'));
    const button = sheet.getByRole('button', { name: 'Clear this cart' });
    expect(button.hasAttribute('disabled')).toBe(true);
    fireEvent.click(sheet.getByRole('button', { name: 'Unlock for 15 minutes' }));
    await waitFor(() => expect(button.hasAttribute('disabled')).toBe(false));
    fireEvent.click(sheet.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText(/^unlocked until \d/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Lock' }));
    expect(await screen.findByText('locked')).toBeTruthy();
  });

  it('tells how far it is, stops between two writes, and lets nothing else be sent', async () => {
    const host = open({ kept: upTo(NEW, 'update quantity') });
    const button = await clear();
    const act = { ...anAct([{ do: 'calculate' }, { do: 'calculate' }]).act, title: 'Change 2' };
    const wish = { kind: 'act', tabId: 1, act } as const;
    const status = { ...{ id: 'a', wish, origins: [], reason: '', askedAt: Date.now() } };
    host.follow({ ...status, state: { is: 'running', done: 1 } });
    expect(await screen.findByText('1 of 2 done.')).toBeTruthy();
    expect(button.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(host.cancelled()).toBe(1);
    host.follow({
      ...status,
      state: { is: 'acted', report: { ...REPORT, unmet: ['x: stored 1'] } },
    });
    expect(await screen.findByText('x: stored 1')).toBeTruthy();
  });

  it('goes back to the cart from before, from the report and after the panel was closed', async () => {
    const origin = 'http://localhost:8066';
    const store = { origin, restRoot: `${origin}/wp-json/`, namespace: 'cocart' };
    const target = { ...TARGET, store, key: KEY };
    const kept = upTo(NEW, 'update quantity');
    const before = recipeOf(aCart({}));
    const record = { id: 'u', at: 1, title: 'Clear this cart', target, before };
    const host = createFakeHost({
      page: PAGE,
      kept,
      undos: [record],
      outcome: { ok: true, value: REPORT },
    });
    const planUndo = vi.fn<PlanUndo>(async () =>
      anAct([{ do: 'calculate' }], { title: 'Undo: x' }),
    );
    render(<Panel log={createCartLog()} host={host} planUndo={planUndo} />);
    fireEvent.click(await screen.findByRole('button', { name: /^Undo: Clear this cart/ }));
    expect(await screen.findByRole('dialog', { name: 'Undo: x' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Send' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await screen.findByRole('dialog', { name: 'Undo: x' });
    expect(planUndo.mock.calls.map(([of]) => of)).toEqual([record, record]);
    expect(host.asked).toHaveLength(1);
  });

  it('sends what loses nothing at once where the person said so', async () => {
    const settings = { safeHosts: [], askOnlyForLoss: true };
    const lock = { is: 'unlocked', until: Date.now() + 60_000 } as const;
    const host = open({ kept: upTo(NEW, 'update quantity'), settings, lock });
    await screen.findByText(/^unlocked until/);
    fireEvent.click(await screen.findByRole('button', { name: 'Calculate…' }));
    await waitFor(() => expect(host.asked).toHaveLength(1));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is set up in a dialog of its own', async () => {
    open({ kept: upTo(NEW, 'update quantity') });
    await clear();
    fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByRole('checkbox', { name: /^Ask only for what destroys/ }));
    const field = dialog.getByRole('textbox', { name: 'Host of a test shop' });
    fireEvent.input(field, { target: { value: 'not a host' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Never lock' }));
    expect(await dialog.findByRole('alert')).toBeTruthy();
    fireEvent.input(field, { target: { value: 'https://Staging.shop.example/cart' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Never lock' }));
    fireEvent.click(await dialog.findByRole('button', { name: 'Lock staging.shop.example again' }));
    await waitFor(() => expect(dialog.queryByText('staging.shop.example')).toBeNull());
  });
});
