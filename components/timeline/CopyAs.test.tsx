import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SAMPLE_ROOT, sampleExchange } from '../../lib/cocart/sample-exchange.ts';
import { axeBreaches } from '../axe.ts';
import { CopyAs } from './CopyAs.tsx';

const KEY = '0123456789abcdef0123456789abcd';
const EXCHANGE = sampleExchange({ url: `${SAMPLE_ROOT}/v2/cart?cart_key=${KEY}` });

const writeText = vi.fn<(text: string) => Promise<void>>();

beforeEach(() => {
  writeText.mockReset().mockResolvedValue();
  vi.stubGlobal('navigator', { clipboard: { writeText } });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const opener = () => screen.getByRole('button');
const item = (name: string) => screen.getByRole('menuitem', { name });
const real = () => screen.getByRole('menuitemcheckbox', { name: /real key/ });
const press = (key: string) => {
  if (document.activeElement) fireEvent.keyDown(document.activeElement, { key });
};

async function open(): Promise<void> {
  render(
    <main>
      <CopyAs exchange={EXCHANGE} />
    </main>,
  );
  opener().focus();
  fireEvent.click(opener());
  await screen.findByRole('menu', { name: 'Copy as' });
}

describe('Copy as', () => {
  test('offers every language, and leaves the key out by default', async () => {
    await open();
    expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
      ...['cURL', 'fetch', 'Node.js', 'jQuery', 'PHP (cURL)', 'WordPress HTTP API'],
      'CoCart JavaScript SDK',
    ]);
    expect(opener().getAttribute('aria-expanded')).toBe('true');
    expect(real().getAttribute('aria-checked')).toBe('false');
    expect(await axeBreaches()).toEqual([]);
    fireEvent.click(item('cURL'));
    expect(await screen.findByText('Copied as cURL')).toBeTruthy();
    expect(writeText.mock.lastCall?.[0]).toMatch(/^curl .*CART_KEY/);
    expect(writeText.mock.lastCall?.[0]).not.toContain(KEY);
    expect(screen.queryByRole('menu')).toBeNull();
    expect(opener().textContent).toBe('Copied');
    expect(document.activeElement).toBe(opener());
  });

  test('tells the real key where a person asks for it, once, and says so', async () => {
    await open();
    expect(real().textContent).toContain('Variables stand for them');
    fireEvent.click(real());
    expect(real().getAttribute('aria-checked')).toBe('true');
    expect(real().textContent).toContain('Whoever reads the text can open this cart');
    fireEvent.click(item('fetch'));
    expect(await screen.findByText(/Copied as fetch, with the real key/)).toBeTruthy();
    expect(writeText.mock.lastCall?.[0]).toContain(KEY);
    fireEvent.click(opener());
    await screen.findByRole('menu');
    expect(real().getAttribute('aria-checked')).toBe('false');
  });

  test('is used by keys alone', async () => {
    await open();
    await waitFor(() => expect(document.activeElement).toBe(item('cURL')));
    press('ArrowDown');
    expect(document.activeElement).toBe(item('fetch'));
    press('ArrowUp');
    press('ArrowUp');
    expect(document.activeElement).toBe(real());
    press('ArrowDown');
    expect(document.activeElement).toBe(item('cURL'));
    press('c');
    expect(document.activeElement).toBe(item('CoCart JavaScript SDK'));
    press('End');
    expect(document.activeElement).toBe(real());
    press('Home');
    expect(document.activeElement).toBe(item('cURL'));
    press('Escape');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(opener());
    press('ArrowDown');
    expect(await screen.findByRole('menu')).toBeTruthy();
  });

  test('closes when the focus goes elsewhere', async () => {
    await open();
    await waitFor(() => expect(document.activeElement).toBe(item('cURL')));
    fireEvent.focusOut(item('cURL'), { relatedTarget: document.body });
    expect(screen.queryByRole('menu')).toBeNull();
    expect(writeText).not.toHaveBeenCalled();
  });

  test('says when the browser refused', async () => {
    writeText.mockRejectedValue(new Error('NotAllowedError'));
    const execCommand = vi.fn(() => false);
    Object.defineProperty(document, 'execCommand', { value: execCommand, configurable: true });
    await open();
    fireEvent.click(item('Node.js'));
    expect(await screen.findByText(/Could not copy as Node.js/)).toBeTruthy();
    expect(opener().textContent).toBe('Not copied');
  });
});
