import { cleanup, createEvent, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { Imported } from '../../lib/har-file/imported.ts';
import type { ReadFile } from '../../lib/har-file/read-by-worker.ts';
import { readHarFile } from '../../lib/har-file/read-har-file.ts';
import { writeHar } from '../../lib/har-file/write-har.ts';
import { recordedCaptures } from '../../lib/log/recorded-captures.ts';
import { axeBreaches } from '../axe.ts';
import { ImportPanel } from './ImportPanel.tsx';

afterEach(cleanup);

const inPlace: ReadFile = (file, options) => readHarFile(file, options);

/** A file that is read for as long as nobody gives up. */
const endless: ReadFile = (_, { signal, onProgress }) => {
  onProgress(400_000);
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
};

const HAR = writeHar(recordedCaptures('cocart-4.3.6/v2-guest-lifecycle.jsonl').slice(0, 4));

function open(read: ReadFile = inPlace) {
  const onImported = vi.fn<(imported: Imported) => void>();
  render(
    <main>
      <ImportPanel onImported={onImported} read={read} />
    </main>,
  );
  return { onImported };
}

const input = () => screen.getByLabelText('Choose a HAR file, or drop it here');

function choose(text: string, name = 'shop.har') {
  fireEvent.change(input(), { target: { files: [new File([text], name)] } });
}

test('hands over the timeline of a chosen file', async () => {
  const { onImported } = open();
  expect(await axeBreaches()).toEqual([]);
  choose(HAR);
  await waitFor(() => expect(onImported).toHaveBeenCalledOnce());
  const imported = onImported.mock.calls[0]?.[0];
  expect(imported).toMatchObject({ name: 'shop.har', summary: { calls: 4 } });
  expect(imported?.log.lanes.value[0]?.cart).not.toBeNull();
});

test('takes a file that is dropped', async () => {
  const { onImported } = open();
  const drop = createEvent.drop(screen.getByText('Choose a HAR file, or drop it here'));
  const files = [new File([HAR], 'dropped.har')];
  Object.defineProperty(drop, 'dataTransfer', { value: { files } });
  fireEvent(screen.getByText('Choose a HAR file, or drop it here'), drop);
  await waitFor(() => expect(onImported).toHaveBeenCalledOnce());
});

test('says in a sentence why a file cannot be read, and takes the next one', async () => {
  const { onImported } = open();
  choose('<!doctype html>', 'page.har');
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toBe('page.har: This is no HAR file: it is not JSON.');
  expect(await axeBreaches()).toEqual([]);
  choose(HAR);
  await waitFor(() => expect(onImported).toHaveBeenCalledOnce());
});

test('shows how far it is, and can be given up', async () => {
  const { onImported } = open(endless);
  choose('x'.repeat(1_000_000));
  const progress = await screen.findByRole('progressbar', { name: 'Reading shop.har' });
  expect(progress).toHaveProperty('value', 400_000);
  screen.getByText('400.0 kB of 1.0 MB');
  expect(await axeBreaches()).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(screen.queryByRole('progressbar')).toBeNull();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(onImported).not.toHaveBeenCalled();
});
