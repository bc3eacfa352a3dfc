import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Imported } from '../../lib/har-file/imported.ts';
import { createCartLog } from '../../lib/log/cart-log.ts';
import { recordedCaptures, withAnotherKey } from '../../lib/log/recorded-captures.ts';
import { axeBreaches } from '../axe.ts';
import { createFakeHost } from '../session/fake-host.ts';
import { TimelineWithFiles } from './TimelineWithFiles.tsx';

afterEach(cleanup);

const CALLS = recordedCaptures('cocart-4.3.6/v2-guest-lifecycle.jsonl');

function logOf(captures: typeof CALLS) {
  const log = createCartLog();
  log.add(captures);
  return log;
}

function open(file: Imported | null, calls = CALLS.slice(0, 3), isFilling = false) {
  const log = logOf(calls);
  const host = createFakeHost({ kept: calls });
  function Screen() {
    const [imported, setImported] = useState<Imported | null>(file);
    return (
      <main>
        <TimelineWithFiles
          log={log}
          host={host}
          money="formatted"
          onMoneyChange={() => {}}
          onPlan={vi.fn()}
          imported={imported}
          onImported={setImported}
          isFilling={isFilling}
        />
      </main>
    );
  }
  render(<Screen />);
  return { log, host };
}

const rows = () =>
  within(screen.getByRole('grid', { name: 'Calls' }))
    .getAllByRole('row')
    .slice(1);

const FILE: Imported = {
  name: 'colleague.har',
  log: logOf(CALLS.slice(0, 7)),
  summary: { entries: 40, calls: 7, withoutBody: 0, unreadable: 0, cut: true },
};

test('a file stands in the place of the tab until one goes back, and the tab goes on', async () => {
  const { log } = open(FILE);
  expect(rows()).toHaveLength(7);
  const banner = await screen.findByText(/7 calls of CoCart among 40 entries/);
  expect(banner.textContent).toContain('The file ends in the middle');
  expect(await axeBreaches()).toEqual([]);
  log.add(CALLS.slice(3, 5));
  expect(rows()).toHaveLength(7);
  fireEvent.click(screen.getByRole('button', { name: 'Back to live' }));
  expect(rows()).toHaveLength(5);
  expect(screen.queryByText(/colleague\.har/)).toBeNull();
});

test('pseudonyms of an imported file are shown whole, for they are no secrets', () => {
  const named = CALLS.slice(0, 3).map((call) => withAnotherKey(call, 'guest-B', 10));
  const log = createCartLog();
  log.add(named);
  open({ ...FILE, log });
  expect(rows()[2]?.textContent).toContain('guest-B');
});

test('Export and Import open by a press', async () => {
  open(null);
  fireEvent.click(screen.getByRole('button', { name: 'Export…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Export 3 calls' });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
  fireEvent.click(screen.getByRole('button', { name: 'Import…' }));
  await screen.findByLabelText('Choose a HAR file, or drop it here');
});

describe('Clear', () => {
  /** The cart, and what changed in it last, are read from the second and the last. */
  const openFour = () => open(null, CALLS.slice(0, 4));

  async function ask() {
    fireEvent.click(screen.getByRole('button', { name: 'Clear…' }));
    return screen.findByRole('dialog', { name: 'Forget 4 calls of this tab?' });
  }
  const yes = (dialog: HTMLElement) =>
    fireEvent.click(within(dialog).getByRole('button', { name: 'Yes, forget them' }));

  /** Pins the first call, and gives the third a name. */
  async function mark(host: ReturnType<typeof createFakeHost>) {
    const keep = await host.openTimeline();
    const [first, , third] = CALLS.map(({ exchange }) => exchange.id);
    await keep.markCall(first ?? '', { pinned: true, name: '', note: '' });
    await keep.markCall(third ?? '', { pinned: false, name: 'Winter', note: '' });
    return keep;
  }

  test('waits until what was kept is there: what comes after it would come back', () => {
    open(null, CALLS.slice(0, 4), true);
    expect(screen.getByRole('button', { name: 'Clear…' })).toHaveProperty('disabled', true);
    cleanup();
    openFour();
    expect(screen.getByRole('button', { name: 'Clear…' })).toHaveProperty('disabled', false);
  });

  test('counts what came in since a pause, and forgets it, too', async () => {
    const { log } = openFour();
    log.pause();
    log.add(CALLS.slice(4, 6));
    fireEvent.click(screen.getByRole('button', { name: 'Clear…' }));
    yes(await screen.findByRole('dialog', { name: 'Forget 6 calls of this tab?' }));
    await waitFor(() => expect(rows().length).toBeLessThan(4));
    expect(CALLS.slice(4, 6).map(({ exchange }) => log.captureOf(exchange.id))).toEqual([
      null,
      null,
    ]);
  });

  test('forgets nothing before it was asked for twice', async () => {
    const { host } = openFour();
    const dialog = await ask();
    expect(await axeBreaches()).toEqual([]);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Keep all' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(rows()).toHaveLength(4);
    expect(await host.readEveryCapture()).toHaveLength(4);
  });

  test('forgets the calls here and where they are kept, but pinned ones and the cart’s', async () => {
    const { host, log } = openFour();
    const keep = await mark(host);
    yes(await ask());
    await waitFor(() => expect(rows()).toHaveLength(3));
    expect(log.lane.value?.cart?.cart.lines).toHaveLength(2);
    await waitFor(async () => expect(await host.readEveryCapture()).toHaveLength(3));
    await waitFor(async () =>
      expect(Object.keys(await keep.readMarks())).toEqual([CALLS[0]?.exchange.id]),
    );
  });

  test('forgets pinned ones where that is wanted', async () => {
    const { host } = openFour();
    const keep = await mark(host);
    const dialog = await ask();
    fireEvent.click(within(dialog).getByRole('checkbox', { name: 'Keep the pinned calls' }));
    yes(dialog);
    await waitFor(() => expect(rows()).toHaveLength(2));
    await waitFor(async () => expect(await keep.readMarks()).toEqual({}));
  });

  test('is not offered for a file', () => {
    open(FILE);
    expect(screen.queryByRole('button', { name: 'Clear…' })).toBeNull();
  });
});
