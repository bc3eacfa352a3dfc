import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { startNew } from '../../lib/identity/plan-key-edits.ts';
import { createFakeHost } from '../session/fake-host.ts';
import { PlaceKeys } from './PlaceKeys.tsx';

afterEach(cleanup);

const KEPT = '0123456789abcdef0123456789abcd';
const OTHER = 'fedcba9876543210fedcba98765432';
const PAGE = 'http://localhost:4000/';

const kept = {
  cookies: null,
  storage: {
    origin: 'http://localhost:4000',
    entries: [{ area: 'localStorage' as const, name: 'cartKey', value: KEPT, cut: 0 }],
    ...{ total: 1, unread: 0, left: 0, asOf: 0 },
  },
  site: { pageUrl: PAGE, storeUrl: null, homeUrl: null },
  heard: [],
};

function open(options: Parameters<typeof createFakeHost>[0] = {}) {
  const onPerform = vi.fn();
  render(
    <PlaceKeys
      host={createFakeHost(options)}
      kept={kept}
      pageUrl={PAGE}
      storeOrigin="http://localhost:5000"
      carts={[
        { key: KEPT, name: 'guest-A' },
        { key: OTHER, name: 'guest-B' },
      ]}
      busy={false}
      onPerform={onPerform}
    />,
  );
  return onPerform;
}

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
/** The locks of store and page are read before anything can be changed. */
const toBeFree = (name: string) => waitFor(() => expect(button(name).disabled).toBe(false));

it('shows what each entry will hold, masked, and changes nothing before the second press', async () => {
  const onPerform = open();
  expect(screen.queryByRole('button', { name: /guest-A/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Adopt guest-B…' }));
  const question = screen.getByRole('group', { name: 'Adopt guest-B?' });
  expect(question.textContent).toContain('0123…abcd');
  expect(question.textContent).toContain('fedc…5432');
  expect(question.textContent).not.toContain(OTHER);
  expect(onPerform).not.toHaveBeenCalled();
  await toBeFree('Adopt guest-B and reload the page');
  fireEvent.click(button('Adopt guest-B and reload the page'));
  expect(onPerform).toHaveBeenCalledWith({
    wish: {
      kind: 'place-keys',
      ...{ tabId: 1, pageUrl: PAGE, storeOrigin: 'http://localhost:5000', title: 'Adopt guest-B' },
      edits: [{ in: 'localStorage', name: 'cartKey', before: KEPT, after: OTHER }],
    },
    origins: ['http://localhost:4000', 'http://localhost:5000'],
    reason: 'To change the cart key that this page keeps. Nothing is sent to the store.',
  });
});

it('brings the keys from before back by one press', async () => {
  const keyUndo = {
    kind: 'place-keys' as const,
    ...{ tabId: 1, pageUrl: PAGE, storeOrigin: null, title: 'Undo: Start a new guest cart' },
    edits: startNew(kept),
  };
  const onPerform = open({ keyUndo });
  await screen.findByRole('button', { name: 'Undo: Start a new guest cart' });
  await toBeFree('Undo: Start a new guest cart');
  fireEvent.click(button('Undo: Start a new guest cart'));
  expect(onPerform).toHaveBeenCalledWith(expect.objectContaining({ wish: keyUndo }));
});

it('changes nothing of a locked store, and lets it be unlocked where that is said', async () => {
  open({ lock: { is: 'locked' } });
  expect(await screen.findByText('localhost:5000 is locked')).toBeTruthy();
  fireEvent.click(button('Start a new guest cart…'));
  expect(button('Start a new guest cart and reload the page').disabled).toBe(true);
  fireEvent.click(button('Unlock for 15 minutes'));
  await toBeFree('Start a new guest cart and reload the page');
});
