import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Capture, SeenPage } from '../../lib/capture.ts';
import { createCartLog } from '../../lib/log/cart-log.ts';
import { inPassing } from '../../lib/log/heard-captures.ts';
import {
  FIRST_PAGE,
  type RecordedCapture,
  recordedCaptures,
  withAnotherKey,
} from '../../lib/log/recorded-captures.ts';
import type { BrowserCookie, CookieReading, SiteRead } from '../../lib/site-data.ts';
import { md5 } from '../../lib/store-search/md5.ts';
import { Panel } from '../panel/Panel.tsx';
import { createFakeHost } from '../session/fake-host.ts';
import { THE_DAY_OF_THE_RECORDINGS } from '../test-setup.ts';

afterEach(() => {
  cleanup();
  vi.setSystemTime(THE_DAY_OF_THE_RECORDINGS);
});

const PAGE: SeenPage = { ...FIRST_PAGE, heardFromStart: true };
const GUEST = recordedCaptures('cocart-4.3.6/v2-guest-lifecycle.jsonl');
const CUSTOMER = recordedCaptures('cocart-4.3.6/v2-customer.jsonl', FIRST_PAGE, 90_000);

function upTo(captures: readonly RecordedCapture[], step: string): RecordedCapture[] {
  return captures.slice(0, captures.findIndex((capture) => capture.step === step) + 1);
}

async function open(options: Parameters<typeof createFakeHost>[0]) {
  const host = createFakeHost({ page: PAGE, ...options });
  render(<Panel log={createCartLog()} host={host} />);
  fireEvent.click(screen.getByRole('tab', { name: 'Session' }));
  // The screen is loaded when it is first wanted.
  await screen.findByRole('region', { name: 'Access' }, { timeout: 10_000 });
  return host;
}

const answer = () => screen.getByRole('region', { name: 'Whose cart is this?' }).textContent;
const part = (name: string) => within(screen.getByRole('region', { name }));

const COOKIE: BrowserCookie = {
  name: `wp_woocommerce_session_${md5('http://localhost:8066')}`,
  value:
    't_0123456789abcdef0123456789abcd||4102444800||4102441200||0123456789abcdef0123456789abcdef',
  cut: 0,
  domain: 'localhost',
  hostOnly: true,
  path: '/',
  secure: false,
  httpOnly: true,
  sameSite: 'lax',
  expiresAt: 4_102_444_800_000,
  partition: null,
};

function jar(...cookies: BrowserCookie[]): SiteRead<CookieReading> {
  const asOf = Date.now();
  return { is: 'read', value: { cookies, others: 3, jar: '0', isPrivate: false, asOf } };
}

describe('the answer', () => {
  it('says in one sentence whose cart it is and where the store reads that', async () => {
    await open({ kept: upTo(GUEST, 'cart by query key') });
    await waitFor(() =>
      expect(answer()).toBe(
        'This page shows the guest cart b9a6…df3c; the store reads it from the query (cart_key).',
      ),
    );
    expect(document.body.innerHTML).not.toContain('b9a6be79298ac1eb1eb00f3ea4df3c');
  });

  it('says that no key was sent, what follows, and what to change', async () => {
    const first = upTo(GUEST, 'add first item').slice(-1);
    const again = first.map((capture) => withAnotherKey(capture, 'b'.repeat(30), 5_000));
    await open({ kept: [...first, ...again] });
    await waitFor(() => expect(answer()).toContain('The call sent no key'));
    expect(answer()).toMatch(/What to change: .*\?cart_key=bbbb…bbbb/);
    const churn = part('Keys sent and returned');
    expect(churn.getByText('2 keys in 2 calls; all of them sent none.')).toBeTruthy();
    expect(churn.getAllByText('new cart')).toHaveLength(2);
  });

  it('names a customer by the sign-in', async () => {
    await open({ kept: upTo(CUSTOMER, 'customer adds') });
    await waitFor(() => expect(answer()).toMatch(/the cart of customer \d+; .*by the sign-in/));
  });

  it('says that the session is over, and sends nothing to find out but on a press that names its price', async () => {
    vi.setSystemTime(Date.UTC(2026, 11, 22));
    const host = await open({ kept: upTo(GUEST, 'cart by query key') });
    await waitFor(() => expect(answer()).toMatch(/b9a6…df3c.*Its session is over/));
    expect(answer()).toMatch(/What to change: .*by a cart answer’s header.*drop this key/);
    const card = part('This session');
    expect(card.getByText('expired')).toBeTruthy();
    const press = card.getByRole('button', { name: 'Ask the store' });
    const price = document.getElementById(press.getAttribute('aria-describedby') ?? '');
    expect(price?.textContent).toMatch(/notices.*expiry.*leaves a new session/);
    expect(host.asked).toEqual([]);
    fireEvent.click(press);
    expect(host.asked).toMatchObject([
      { wish: { kind: 'refresh', key: 'b9a6be79298ac1eb1eb00f3ea4df3c' } },
    ]);
  });

  it('says what to do where no call was heard', async () => {
    await open({});
    expect(answer()).toContain('No call to a CoCart store was heard');
    expect(answer()).toContain('service worker');
  });

  it('puts sources that disagree side by side', async () => {
    const storage = {
      is: 'read' as const,
      value: {
        origin: 'http://localhost:8066',
        entries: [
          { area: 'localStorage' as const, name: 'cart_key', value: 'c'.repeat(30), cut: 0 },
        ],
        total: 1,
        unread: 0,
        left: 0,
        asOf: Date.now(),
      },
    };
    await open({ kept: upTo(GUEST, 'cart by query key'), access: true, storage });
    const conflicts = within(await screen.findByRole('list', { name: 'Sources that disagree' }));
    expect(conflicts.getByText('Your code stores cccc…cccc, but sends b9a6…df3c.')).toBeTruthy();
    expect(conflicts.getByText('localStorage (cart_key)')).toBeTruthy();
    expect(conflicts.getAllByText(/What to change/)).not.toHaveLength(0);
  });
});

describe('where keys stand', () => {
  it('tells of each place whether the store obeys it', async () => {
    await open({ kept: upTo(GUEST, 'cart by query key') });
    const table = within(await part('Where keys stand').findByRole('table'));
    const row = table
      .getAllByRole('row')
      .find((one) => /query cart_key/.test(one.textContent ?? ''));
    await waitFor(() => expect(row?.textContent).toMatch(/guest-[AB].*b9a6…df3c/));
    expect(row?.textContent).toContain('unless a key header is sent');
    expect(row?.textContent).toContain('GET cart');
  });
});

describe('carts seen here', () => {
  it('names those of other tabs too, and shows another one of this tab in the panel', async () => {
    const elsewhere = CUSTOMER.map((capture): Capture => ({ ...capture, tabId: 2 }));
    await open({ kept: upTo(GUEST, 'cart by query key'), elsewhere });
    const carts = part('Carts seen here');
    expect(await carts.findByText(/^customer-/)).toBeTruthy();
    expect(carts.getAllByText(/another tab/)).not.toHaveLength(0);
    fireEvent.click(await carts.findByRole('button', { name: 'Show guest-A in the panel' }));
    await waitFor(() => expect(carts.getByText('shown, as chosen')).toBeTruthy());
    expect(screen.getByRole('banner').textContent).toContain('01de…40c5');
    fireEvent.click(carts.getByRole('button', { name: 'Back to the newest cart' }));
    await waitFor(() => expect(screen.getByRole('banner').textContent).toContain('b9a6…df3c'));
  });

  it('puts two side by side', async () => {
    await open({ kept: upTo(GUEST, 'cart by query key'), elsewhere: CUSTOMER });
    const carts = part('Carts seen here');
    await carts.findAllByText(/^customer-/);
    const buttons = carts.getAllByRole('button', { name: /^Put .* side by side$/ });
    for (const button of buttons.slice(0, 2)) fireEvent.click(button);
    const table = within(carts.getByRole('table', { name: 'Two carts side by side' }));
    const rows = table.getAllByRole('row').map(({ textContent }) => textContent);
    expect(rows[0]).toMatch(/customer-\w.*guest-\w/);
    expect(rows).toContainEqual(expect.stringMatching(/differs: ?Whose.*customer \d+.*a guest/));
    expect(carts.getByText(/differences?, each marked with ≠/)).toBeTruthy();
  });

  it('have a name that stays, a colour with it, and what a person calls them', async () => {
    await open({ kept: upTo(GUEST, 'cart by query key') });
    const carts = part('Carts seen here');
    fireEvent.click(await carts.findByRole('button', { name: 'Label guest-B' }));
    const field = carts.getByRole('textbox', { name: 'Label of guest-B' });
    fireEvent.input(field, { target: { value: 'at the till' } });
    fireEvent.click(carts.getByRole('button', { name: 'Keep' }));
    expect(await carts.findByText('at the till')).toBeTruthy();
    const named = part('Where keys stand').getAllByText('guest-B')[0]?.parentElement;
    expect(named?.textContent).toContain('at the till');
    expect(named?.querySelector('.cart-dot-1')).toBeTruthy();
  });

  it('say whose cookies another tab has', async () => {
    const elsewhere = CUSTOMER.map((capture): Capture => ({ ...capture, tabId: 2 }));
    const jars = { 2: { jar: 'firefox-container-3', isPrivate: false } };
    await open({ kept: upTo(GUEST, 'cart by query key'), elsewhere, jars });
    const carts = part('Carts seen here');
    expect(
      await carts.findAllByText(/another tab, in a container \(firefox-container-3\)/),
    ).not.toHaveLength(0);
  });
});

describe('what the browser keeps', () => {
  it('is asked for by a press that says why, and nothing else is sent', async () => {
    const host = await open({ kept: upTo(GUEST, 'cart by query key') });
    const button = await screen.findByRole('button', { name: 'Read cookies and storage' });
    expect(document.getElementById('inspect-reason')?.textContent).toContain(
      'Nothing is sent to the store',
    );
    expect(host.asked).toEqual([]);
    fireEvent.click(button);
    expect(host.asked).toMatchObject([
      { wish: { kind: 'inspect', pageUrl: PAGE.url }, origins: ['http://localhost:8066'] },
    ]);
  });

  it('is decoded, with for whom it was made and whether it is sent', async () => {
    const other = { ...COOKIE, name: `wp_woocommerce_session_${md5('https://localhost:8066')}` };
    await open({
      kept: upTo(GUEST, 'cart by query key'),
      access: true,
      cookies: jar(COOKIE, other),
    });
    const rows = await part('Cookies').findAllByRole('row');
    expect(rows[1]?.textContent).toMatch(/HttpOnly.*t_01…abcd.*this site.*yes/);
    expect(rows[2]?.textContent).toMatch(/another site.*this store is http/);
    expect(part('Cookies').getByText(/3 other cookies/)).toBeTruthy();
  });

  it('follows the cookies as they change', async () => {
    const host = await open({
      kept: upTo(GUEST, 'cart by query key'),
      access: true,
      cookies: jar(),
    });
    expect(await part('Cookies').findByText('No cookie here has to do with a cart.')).toBeTruthy();
    host.changeCookies(jar(COOKIE));
    expect(await part('Cookies').findByText('WooCommerce session')).toBeTruthy();
  });

  it('says that access was taken away, and that a tab was closed', async () => {
    const host = await open({
      kept: upTo(GUEST, 'cart by query key'),
      access: true,
      cookies: jar(COOKIE),
    });
    await part('Cookies').findByText('WooCommerce session');
    host.changeAccess(false);
    expect(await screen.findByText('Access was taken away.')).toBeTruthy();
    host.changeAccess(true);
    host.changeCookies({ is: 'tab-closed' });
    expect(await screen.findByText(/The tab was closed/)).toBeTruthy();
  });
});

describe('whose cart it is', () => {
  const OF_3 = recordedCaptures('cocart-3.0.17/v2-guest-lifecycle.jsonl');
  const ask = async (title: string) => {
    fireEvent.click(await screen.findByRole('button', { name: `${title}…` }));
    return within(screen.getByRole('group', { name: `${title}?` }));
  };

  it('is changed with the session cookie by which the store would choose the same cart', async () => {
    const name = `wp_cocart_session_${md5('http://localhost:8059')}`;
    await open({ kept: OF_3, access: true, cookies: jar({ ...COOKIE, name }) });
    const question = await ask('Start a new guest cart');
    expect(question.getByRole('row', { name: new RegExp(name) })).toBeTruthy();
    expect(question.getByText(/So CoCart’s session cookie goes as well/)).toBeTruthy();
  });

  it('names what stays of a session, and why', async () => {
    const failure = { what: 'It could not be read.', why: 'No page.', todo: 'Wait.' };
    await open({
      ...{ kept: upTo(GUEST, 'cart by query key'), access: true, cookies: jar(COOKIE) },
      storage: { is: 'failed', failure },
    });
    expect(screen.queryByRole('button', { name: 'Start a new guest cart…' })).toBeNull();
    const question = await ask('Forget the session');
    expect(question.getByRole('row', { name: new RegExp(COOKIE.name) })).toBeTruthy();
    const stays = question.getByRole('list', { name: 'What stays' });
    expect(stays.textContent).toContain('The page’s storage');
    expect(question.getByText('These stay, and may still hold a key or a session:')).toBeTruthy();
  });
});

describe('access', () => {
  it('is listed with its reason, and given back', async () => {
    const grant = {
      pattern: 'https://shop.example/*',
      origin: 'https://shop.example',
      at: Date.now() - 1_000,
      why: 'To read the cart.',
    };
    const host = await open({ grants: [grant] });
    const access = part('Access');
    expect(await access.findByText('To read the cart.')).toBeTruthy();
    fireEvent.click(access.getByRole('button', { name: /Give back/ }));
    expect(await access.findByText(/^None/)).toBeTruthy();
    expect(host.revoked).toEqual([grant.pattern]);
  });

  it('to hear calls is listed beside the sites, and stopped', async () => {
    const pattern = 'webRequest';
    const why = 'To hear the cart key.';
    const host = await open({ grants: [{ pattern, origin: pattern, at: Date.now(), why }] });
    const access = part('Access');
    expect(await access.findByText(/^Calls of these sites as they happen/)).toBeTruthy();
    fireEvent.click(access.getByRole('button', { name: 'Stop listening to calls' }));
    expect(await access.findByText(/^None/)).toBeTruthy();
    expect(host.revoked).toEqual([pattern]);
  });

  it('says so where only the key of a cart was heard', async () => {
    await open({ kept: upTo(GUEST, 'cart by query key').map((capture) => inPassing(capture)) });
    expect(answer()).toMatch(/^Calls about the cart b9a6…df3c were heard in passing/);
    expect(part('This session').getByText('b9a6…df3c')).toBeTruthy();
  });

  it('forgets everything captured only after it was confirmed', async () => {
    const host = await open({ kept: upTo(GUEST, 'cart by query key') });
    const forget = { name: 'Forget everything captured' };
    fireEvent.click(screen.getByRole('button', forget));
    expect(host.forgotten()).toBe(0);
    fireEvent.click(screen.getByRole('button', { name: 'Keep it' }));
    fireEvent.click(screen.getByRole('button', forget));
    fireEvent.click(screen.getByRole('button', { name: 'Yes, forget everything' }));
    await waitFor(() => expect(answer()).toContain('No call to a CoCart store was heard'));
    expect(host.forgotten()).toBe(1);
  });
});

describe('tokens and other sessions', () => {
  it('are named and decoded in place', async () => {
    const claims = btoa(JSON.stringify({ user_id: 't_guest', exp: 4_102_444_800 })).replace(
      /=+$/,
      '',
    );
    const token = `${btoa('{"alg":"HS256"}').replace(/=+$/, '')}.${claims}.c2ln`;
    const [first] = GUEST;
    if (!first) throw new Error('no recording');
    const { exchange } = first;
    const foreign = [
      {
        ...exchange,
        request: {
          ...exchange.request,
          url: 'http://localhost:8066/wp-json/wc/store/v1/cart',
          headers: [{ name: 'Cart-Token', value: token }],
        },
      },
    ];
    await open({ kept: upTo(GUEST, 'cart by query key'), foreign });
    const tokens = part('Tokens and other sessions');
    expect(tokens.getByText('Store API')).toBeTruthy();
    expect(tokens.getByText(/It is no CoCart key/)).toBeTruthy();
    expect(tokens.getByText(/t_guest/)).toBeTruthy();
    const said = tokens.getByText(/t_guest/).parentElement?.textContent;
    expect(said).toMatch(/ends .*2100.* · expires in \d+ d/);
    // Seen again after its end, without anything having happened: no timer ran in between.
    vi.setSystemTime(Date.UTC(2100, 0, 1, 0, 5));
    fireEvent.focusIn(document.body);
    expect(tokens.getByText(/t_guest/).parentElement?.textContent).toMatch(
      /ends .* · expired 5 min ago/,
    );
    expect(document.body.innerHTML).not.toContain(token);
  });
});
