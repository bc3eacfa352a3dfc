import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, test, vi } from 'vitest';
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

function open(file: Imported | null) {
  const log = logOf(CALLS.slice(0, 3));
  const host = createFakeHost();
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
        />
      </main>
    );
  }
  render(<Screen />);
  return { log };
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
