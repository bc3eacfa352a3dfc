import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { anAct } from '../../lib/action/sample-act.ts';
import type { SeenPage } from '../../lib/capture.ts';
import { createCartLog } from '../../lib/log/cart-log.ts';
import { FIRST_PAGE, recordedCaptures } from '../../lib/log/recorded-captures.ts';
import type { SignReport } from '../../lib/sign-in/sign-report.ts';
import type { WishStatus } from '../../lib/wish.ts';
import { Panel } from '../panel/Panel.tsx';
import { createFakeHost } from '../session/fake-host.ts';

afterEach(cleanup);

const PAGE: SeenPage = { ...FIRST_PAGE, heardFromStart: true };
const GUEST = recordedCaptures('cocart-4.3.6/v2-guest-lifecycle.jsonl');
const KEY = 'b9a6be79298ac1eb1eb00f3ea4df3c';

async function open(options: Parameters<typeof createFakeHost>[0] = {}) {
  const kept = GUEST.slice(0, GUEST.findIndex(({ step }) => step === 'cart by query key') + 1);
  const host = createFakeHost({ page: PAGE, access: true, kept, ...options });
  render(<Panel log={createCartLog()} host={host} />);
  fireEvent.click(screen.getByRole('tab', { name: 'Session' }));
  await screen.findByRole('region', { name: 'Sign in and out' }, { timeout: 10_000 });
  return host;
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

async function review() {
  press('Sign in as a customer…');
  await screen.findByLabelText('Password', {}, { timeout: 10_000 });
  type('User name or e-mail', 'jane');
  type('Password', 's3cret-Word');
  fireEvent.click(await screen.findByRole('button', { name: 'Review and sign in…' }));
  return screen.findByRole('dialog', { name: /^Sign in and merge/ });
}

describe('signing in', () => {
  it('is shown whole before it is sent, the loss first, the password and the key masked', async () => {
    const host = await open();
    const sheet = await review();
    const lost = within(sheet).getByRole('region', { name: 'What is lost' });
    expect(lost.textContent).toContain(
      'On CoCart 4.3.6 the guest’s cart replaces the customer’s lines',
    );
    const rows = within(sheet)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    const requests = rows.filter((row) => /https?:/.test(row ?? ''));
    expect(
      requests.map((row) => /(?:GET|POST) \S+\/v2\/(login|cart)/.exec(row ?? '')?.[1]),
    ).toEqual(['login', ...Array(5).fill('cart')]);
    expect(requests[3]).toContain('cart_key=b9a6…df3c');
    expect(requests[3]).toContain('Authorization: Basic •••');
    expect(document.activeElement).toBe(within(sheet).getByRole('button', { name: 'Cancel' }));
    expect(document.body.innerHTML).not.toContain('s3cret-Word');
    expect(document.body.innerHTML).not.toContain(KEY);
    expect(host.signed).toEqual([]);
  });

  it('is sent once by its press, and nothing of it is left on the screen', async () => {
    const host = await open({ lock: { is: 'open' } });
    const sheet = await review();
    const send = within(sheet).getByRole('button', { name: 'Sign in and merge the carts' });
    fireEvent.click(send);
    fireEvent.click(send);
    expect(host.signed).toMatchObject([
      {
        tabId: 1,
        request: { does: 'sign-in', guestKey: KEY },
        credentials: { username: 'jane', password: 's3cret-Word' },
      },
    ]);
    expect(host.asked).toEqual([]);
    expect(screen.queryByLabelText('Password')).toBeNull();
  });

  it('asks for access before anything can be typed', async () => {
    const host = await open({ access: false });
    press('Sign in as a customer…');
    const ask = await screen.findByRole('button', { name: 'Ask for access' }, { timeout: 10_000 });
    expect(screen.queryByLabelText('Password')).toBeNull();
    fireEvent.click(ask);
    expect(host.asked).toMatchObject([{ wish: { kind: 'inspect' } }]);
    expect(host.signed).toEqual([]);
  });

  it('says at the fields what is missing', async () => {
    await open();
    press('Sign in as a customer…');
    // It is open, to the eye of assistive technology, a moment after it was drawn.
    fireEvent.click(
      await screen.findByRole('button', { name: 'Review and sign in…' }, { timeout: 10_000 }),
    );
    expect(screen.getByText('Type the password.')).toBeTruthy();
    expect(screen.queryByRole('dialog', { name: /^Sign in and merge/ })).toBeNull();
  });
});

const LINE = { name: 'Album', guestHad: 2, customerHad: 0, ruled: 2, found: 2 };
const MERGED: SignReport = {
  did: 'sign-in',
  who: { id: '2', name: 'jane', role: 'Customer' },
  version: '4.3.6',
  holds: '2 items · 1 line',
  merge: {
    verdict: 'differs',
    rule: { says: 'The guest’s cart replaces the customer’s.', source: 'measured on 4.3.6' },
    fits: [],
    customer: {
      lines: [{ name: 'Beanie', guestHad: 0, customerHad: 1, ruled: 0, found: 1 }, LINE],
      more: 0,
    },
    guest: { lines: [{ ...LINE, ruled: 0, found: 0 }], more: 3 },
    ...{ refusal: null, back: [] },
  },
};

function ended(told: SignReport): WishStatus {
  return {
    ...{ id: 'a', wish: { kind: 'sign', tabId: 1 }, origins: [], reason: '', askedAt: Date.now() },
    state: { is: 'signed', told },
  };
}

describe('a way back', () => {
  it('under way tells how far it is, and can be cancelled', async () => {
    const host = await open({ lock: { is: 'open' } });
    const { act } = anAct([{ do: 'clear' }, { do: 'calculate' }], { title: 'Bring them back' });
    host.follow({
      ...{ id: 'a', wish: { kind: 'sign', tabId: 1, act }, origins: [], reason: '' },
      ...{ askedAt: Date.now(), state: { is: 'running', done: 1 } },
    });
    await screen.findByText('1 of 2 done.');
    press('Cancel');
    expect(host.cancelled()).toBe(1);
  });

  it('that ended half way offers what takes it back', async () => {
    const host = await open({ lock: { is: 'open' } });
    const half = { title: 'Undo: Sign in', done: 1, planned: 3, failure: null, cancelled: true };
    host.follow(
      ended({
        ...{ did: 'bring-back', reports: [{ ...half, unmet: [], undoId: 'u' }] },
        back: [anAct([{ do: 'clear' }], { title: 'Redo: Sign in' })],
      }),
    );
    fireEvent.click(
      await screen.findByRole('button', { name: 'Take this back…' }, { timeout: 10_000 }),
    );
    expect(await screen.findByLabelText('Password', {}, { timeout: 10_000 })).toBeTruthy();
  });
});

describe('how it went', () => {
  it('is told line by line, with what is not as the rule says', async () => {
    const host = await open();
    host.follow(ended(MERGED));
    await screen.findByText('Signed in as jane (customer 2).');
    const rows = within(screen.getByRole('table', { name: 'The customer’s cart' }))
      .getAllByRole('row')
      .map(({ textContent }) => textContent);
    expect(rows).toEqual([
      'LineGuest hadCustomer hadBy the ruleHolds now',
      'Beanienone1none1 differs',
      'Album2none22',
    ]);
    expect(screen.getByText('and 3 more')).toBeTruthy();
  });

  it.each([
    [null, 'No answer told CoCart’s version.'],
    ['2.9.3', 'This is CoCart 2.9.3.'],
  ])('by %s, of which no rule is known, says which of the two it is', async (version, why) => {
    const host = await open();
    const merge = MERGED.did === 'sign-in' && MERGED.merge;
    if (!merge) throw new Error('Nothing was merged.');
    host.follow(ended({ ...MERGED, version, merge: { ...merge, verdict: 'no-rule', rule: null } }));
    await screen.findByText((text) => text.startsWith(`${why} No rule is known for it`));
  });

  it('of a sign-out says what is left beside what the rule says', async () => {
    const host = await open();
    host.follow(
      ended({
        ...{ did: 'sign-out', by: 'cookies', notes: ['A note.'], rule: null },
        facts: [
          { what: 'Sign-in cookie', before: 'there', ruled: 'none', found: 'there', fits: false },
        ],
      }),
    );
    await screen.findByText('Signed out.');
    const table = screen.getByRole('table', { name: 'What is left' });
    expect(table.textContent).toContain('Sign-in cookiethere' + 'none' + 'there differs');
  });
});
