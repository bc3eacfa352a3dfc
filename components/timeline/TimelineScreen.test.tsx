import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PlannedAct } from '../../lib/action/act.ts';
import { createCartLog } from '../../lib/log/cart-log.ts';
import {
  type RecordedCapture,
  recordedCaptures,
  recordedStep,
} from '../../lib/log/recorded-captures.ts';
import { axeBreaches } from '../axe.ts';
import { createFakeHost } from '../session/fake-host.ts';
import { TimelineScreen } from './TimelineScreen.tsx';

afterEach(cleanup);

const CALLS = recordedCaptures('cocart-4.3.6/v2-guest-lifecycle.jsonl');

function open(
  captures: readonly RecordedCapture[] = CALLS,
  options: Parameters<typeof createFakeHost>[0] = {},
) {
  const log = createCartLog();
  log.add(captures);
  const host = createFakeHost({ kept: captures, ...options });
  const onPlan = vi.fn<(planned: PlannedAct) => void>();
  render(
    <main>
      <TimelineScreen
        log={log}
        host={host}
        money="formatted"
        onMoneyChange={() => {}}
        onPlan={onPlan}
      />
    </main>,
  );
  return { log, host, onPlan };
}

const grid = () => screen.getByRole('grid', { name: 'Calls' });
const rows = () => within(grid()).getAllByRole('row').slice(1);
const find = () => screen.getByRole('searchbox', { name: 'Find calls' });

function keys(...pressed: readonly string[]) {
  for (const key of pressed) fireEvent.keyDown(grid(), { key });
}

describe('the list', () => {
  it('says of every call what it did, oldest first', () => {
    open(CALLS.slice(0, 11));
    expect(rows()).toHaveLength(11);
    expect(rows()[0]?.textContent).toContain('new empty cart: no key was sent');
    expect(rows()[2]?.textContent).toContain('Beanie “Winter” & Co × 1 added total +$19.31');
    expect(rows()[8]?.textContent).toContain('(cocart_cart_totals_empty)');
    expect(rows()[10]?.textContent).toContain('Album qty 2 → 5 total +$48.26');
    expect(rows()[10]?.textContent).toContain('b9a6…');
    expect(document.body.textContent).not.toContain('b9a6be79298ac1eb1eb00f3ea4df3c');
  });

  it('stands in the order that is chosen, and remembers it', async () => {
    const { host } = open(CALLS.slice(0, 3));
    fireEvent.click(await screen.findByRole('radio', { name: 'Newest first' }));
    expect(rows()[0]?.textContent).toContain('Beanie');
    const keep = await host.openTimeline();
    await waitFor(async () => expect((await keep.readView()).newestFirst).toBe(true));
  });

  it('is moved in by keys, and opened by Enter', async () => {
    open();
    keys('End');
    expect(grid().getAttribute('aria-activedescendant')).toMatch(/-17$/);
    keys('Home', 'ArrowDown', 'ArrowDown', 'Enter');
    const details = screen.getByRole('region', { name: 'Details of POST cart/add-item' });
    expect(within(details).getByRole('table').textContent).toContain('Beanie “Winter” & Co · line');
    keys('Escape');
    expect(screen.queryByRole('region', { name: /Details/ })).toBeNull();
    expect(document.activeElement).toBe(grid());
  });

  it('is free of breaches of accessibility rules, with and without details', async () => {
    open();
    expect(await axeBreaches()).toEqual([]);
    keys('Home', 'ArrowDown', 'ArrowDown', 'Enter');
    expect(await axeBreaches()).toEqual([]);
  });

  it('says that nothing was called yet', () => {
    open([]);
    expect(screen.getByText('No call yet')).toBeTruthy();
  });
});

describe('finding', () => {
  it('narrows the list, counts and marks', async () => {
    open();
    fireEvent.input(find(), { target: { value: 'beanie changed' } });
    await screen.findByText(/^5 of 18 calls$/);
    expect(rows()).toHaveLength(5);
    expect(within(grid()).getAllByText('Beanie', { selector: 'mark' }).length).toBeGreaterThan(0);
    fireEvent.click(screen.getByRole('button', { name: 'Changes only' }));
    await screen.findByText(/^1\d of 18 calls$/);
    fireEvent.input(find(), { target: { value: 'nowhere' } });
    expect(screen.getByText('No call fits')).toBeTruthy();
  });

  it('begins with what was looked for last', async () => {
    open(CALLS, { timelineView: { query: 'status:404', newestFirst: false } });
    await screen.findByText('2 of 18 calls');
  });
});

describe('the details', () => {
  function openThird() {
    const opened = open();
    keys('Home', 'ArrowDown', 'ArrowDown', 'Enter');
    return opened;
  }
  const tab = (name: string) => fireEvent.click(screen.getByRole('tab', { name }));

  it('show the cart after the call', async () => {
    openThird();
    tab('Cart after');
    expect(await screen.findByText('new')).toBeTruthy();
  });

  it('show what was sent and what came back, with the key masked until it is asked for', async () => {
    openThird();
    const details = screen.getByRole('region', { name: /Details/ });
    tab('Request');
    expect(details.textContent).toContain('cart_keyb9a6…df3c');
    tab('Response');
    expect(screen.getByRole('table', { name: 'Headers of the answer: CoCart' })).toBeTruthy();
    expect(details.textContent).not.toContain('b9a6be79298ac1eb1eb00f3ea4df3c');
    const others = screen.getByText(/^Otherwise in other versions: \d+ names$/);
    const disclosure = others.closest('details');
    if (!disclosure) throw new Error('what opens');
    disclosure.open = true;
    fireEvent(disclosure, new Event('toggle'));
    expect((await screen.findByText(/is Cart-Key in 5\.0/)).textContent).toContain(
      'cocart-api-cart-key',
    );
    fireEvent.click(screen.getByRole('checkbox', { name: 'whole cart keys' }));
    await waitFor(() => expect(details.textContent).toContain('b9a6be79298ac1eb1eb00f3ea4df3c'));
  });

  it('show the preflight of a call that the browser did not send', async () => {
    open([recordedStep('cocart-3.0.17/v2-cors.jsonl', 'preflight')]);
    expect(rows()[0]?.textContent).toContain(
      'refused by its preflight: header cocart-api-cart-key is not allowed',
    );
    keys('Home', 'Enter');
    expect(screen.getByText(/did not send the call: see Request/)).toBeTruthy();
    tab('Request');
    const preflight = screen.getByRole('region', { name: 'Preflight' });
    expect(preflight.textContent).toContain('Refused, so the browser did not send the call');
    expect(within(preflight).getByText('access-control-allow-headers')).toBeTruthy();
    expect(await axeBreaches()).toEqual([]);
  });

  it('say of a call in a batch how it was sent', () => {
    const [call] = CALLS.slice(1);
    if (!call) throw new Error('a call');
    const part = { batch: 'b', number: 2, of: 3, answer: 'given' } as const;
    open([{ ...call, exchange: { ...call.exchange, part } }]);
    expect(within(grid()).getByText('2 of 3').title).toContain('batch/v1');
    keys('Home', 'Enter');
    tab('Request');
    expect(screen.getByText(/^Call 2 of 3 in one request to WordPress/)).toBeTruthy();
  });

  it('compare the cart with the one now, and with that after a pinned call', async () => {
    openThird();
    fireEvent.click(await screen.findByRole('button', { name: '☆ Pin' }));
    await screen.findByRole('button', { name: '★ Pinned' });
    keys('End', 'Enter');
    tab('Compare');
    const choice = await screen.findByRole('combobox', { name: 'Compare with' });
    const pinned = within(choice).getByRole('option', { name: /★ POST cart\/add-item/ });
    fireEvent.change(choice, { target: { value: pinned.getAttribute('value') } });
    await screen.findByText(/differences, each marked/);
  });

  it('keep a name and a note', async () => {
    openThird();
    fireEvent.click(screen.getByRole('button', { name: 'Name, note…' }));
    fireEvent.input(screen.getByRole('textbox', { name: 'Name of the call' }), {
      target: { value: 'Winter offer' },
    });
    fireEvent.input(screen.getByRole('textbox', { name: 'Note' }), {
      target: { value: 'Why does it cost $18?' },
    });
    await screen.findByDisplayValue('Why does it cost $18?');
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(rows()[2]?.textContent).toContain('Winter offer'));
    expect(screen.getByText('Why does it cost $18?')).toBeTruthy();
  });

  it('put the way back to the cart before the call in front of the person', async () => {
    const { onPlan, host } = openThird();
    fireEvent.click(screen.getByRole('button', { name: 'Restore the cart before this call…' }));
    await waitFor(() => expect(onPlan).toHaveBeenCalled());
    const { act } = onPlan.mock.calls[0]?.[0] ?? {};
    expect(act?.title).toBe('Restore the cart from before POST cart/add-item');
    expect(act?.writes).toMatchObject([{ do: 'add-item' }]);
    expect(host.asked).toEqual([]);
  });

  it('put the call in front of the person once more, as it was or changed', async () => {
    const { onPlan, host } = openThird();
    fireEvent.click(screen.getByRole('button', { name: 'Send again…' }));
    const form = await screen.findByRole('form', { name: 'Send this call again' });
    const field = (name: RegExp) => within(form).getByRole('textbox', { name });
    expect(field(/^Route/)).toHaveProperty('value', 'cart/add-item');
    expect(await axeBreaches()).toEqual([]);
    fireEvent.submit(form);
    const [first] = onPlan.mock.calls[0] ?? [];
    expect(first?.act).toMatchObject({ title: 'Send POST cart/add-item', destroys: false });
    expect(first?.act.target.key).toBe('b9a6be79298ac1eb1eb00f3ea4df3c');

    fireEvent.input(field(/^Body/), { target: { value: '{"id":"10","quantity":"99"}' } });
    await waitFor(() =>
      expect(field(/^Body/)).toHaveProperty('value', expect.stringMatching(/99/)),
    );
    fireEvent.submit(form);
    expect(onPlan.mock.calls[1]?.[0].act.writes).toMatchObject([
      { do: 'call', body: '{"id":"10","quantity":"99"}' },
    ]);
    fireEvent.input(field(/^Route/), { target: { value: '../../wp/v2/users' } });
    await within(form).findByRole('alert');
    fireEvent.submit(form);
    expect(onPlan).toHaveBeenCalledTimes(2);
    expect(host.asked).toEqual([]);
  });
});

describe('several calls', () => {
  it('are chosen by Shift and the arrows, and put in front of the person in their order', async () => {
    const { onPlan } = open(CALLS.slice(0, 6));
    fireEvent.click(await screen.findByRole('radio', { name: 'Newest first' }));
    keys('End', 'ArrowUp', 'ArrowUp');
    for (let time = 0; time < 2; time += 1) {
      fireEvent.keyDown(grid(), { key: 'ArrowUp', shiftKey: true });
    }
    const chosen = await screen.findByRole('region', { name: 'Chosen calls' });
    expect(chosen.textContent).toContain('3 calls chosen');
    expect(rows().filter((row) => row.getAttribute('aria-selected') === 'true')).toHaveLength(3);
    expect(await axeBreaches()).toEqual([]);
    fireEvent.click(within(chosen).getByRole('button', { name: 'Send them again…' }));
    const { act } = onPlan.mock.calls[0]?.[0] ?? {};
    expect(act?.title).toBe('Send 3 calls again');
    const labels = act?.writes.map(
      (write) => write.do === 'call' && `${write.method} ${write.route}`,
    );
    expect(labels).toEqual(CALLS.slice(2, 5).map(({ exchange }) => labelOf(exchange.request)));
    fireEvent.click(within(chosen).getByRole('button', { name: 'Choose none' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Chosen calls' })).toBeNull());
    expect(document.activeElement).toBe(grid());
  });

  it('are chosen by Shift and a click, which opens none', () => {
    open(CALLS.slice(0, 6));
    keys('Home');
    const [, , third] = rows();
    if (third) fireEvent.click(third, { shiftKey: true });
    expect(screen.getByRole('region', { name: 'Chosen calls' }).textContent).toContain('3 calls');
    expect(screen.queryByRole('region', { name: /Details/ })).toBeNull();
  });
});

function labelOf({ method, url }: { method: string; url: string }): string {
  return `${method} ${new URL(url).pathname.split('/v2/').at(-1)}`;
}
