import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { sampleExchange } from '../../lib/cocart/sample-exchange.ts';
import { recordedCaptures } from '../../lib/log/recorded-captures.ts';
import { axeBreaches } from '../axe.ts';
import { ExportDialog } from './ExportDialog.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const KEY = 'b9a6be79298ac1eb1eb00f3ea4df3c';
const CALLS = recordedCaptures('cocart-4.3.6/v2-guest-lifecycle.jsonl').slice(0, 8);

function open(captures = CALLS) {
  const onClose = vi.fn();
  render(<ExportDialog captures={captures} onClose={onClose} />);
  return { onClose };
}

const preview = () => screen.findByRole('region', { name: /^What goes out/ });

test('shows what goes out, and how much was hidden, before anything is saved', async () => {
  open();
  expect((await preview()).textContent).toContain('"version":"1.2"');
  expect((await preview()).textContent).toContain('guest-A');
  expect(screen.getByRole('region', { name: 'What is hidden' }).textContent).toContain(
    '2 cart keys',
  );
  expect(document.body.textContent).not.toContain(KEY);
  expect(await axeBreaches()).toEqual([]);
});

test('writes the requests alone, with variables, where that is chosen', async () => {
  open();
  fireEvent.click(await screen.findByRole('radio', { name: '.http' }));
  expect((await preview()).textContent).toContain('{{store}}/wp-json/cocart/v2/cart');
  expect((await preview()).textContent).not.toContain(KEY);
  screen.getByRole('button', { name: 'Save cocart-calls.http' });
});

test('saves the file by the browser’s downloads', async () => {
  const urls: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) urls.push(blob);
    return 'blob:made';
  });
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  open();
  fireEvent.click(await screen.findByRole('button', { name: 'Save cocart-calls.har' }));
  expect(clicked.mock.contexts[0]).toMatchObject({
    download: 'cocart-calls.har',
    href: 'blob:made',
  });
  const text = (await urls[0]?.text()) ?? '';
  expect(JSON.parse(text).log.entries).toHaveLength(8);
  expect(text).not.toContain(KEY);
});

test('says of calls without any secret that there is none', async () => {
  const exchange = sampleExchange({ body: { a: 1 } });
  open([{ ...(CALLS[0] ?? { step: '' }), tabId: 1, page: { url: null, since: 0 }, exchange }]);
  await screen.findByText('Nothing secret was found in these calls.');
});

test('a long file is shown in pieces', async () => {
  open(recordedCaptures('cocart-4.3.6/large-cart.jsonl'));
  const more = await screen.findByRole('button', { name: 'Show more' });
  const before = (await preview()).textContent?.length ?? 0;
  fireEvent.click(more);
  await waitFor(async () => expect((await preview()).textContent?.length).toBeGreaterThan(before));
});
