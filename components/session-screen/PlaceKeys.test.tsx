import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { KeptKeys } from '../../lib/identity/kept-keys.ts';
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
  version: null,
  heard: [],
};

function open(options: Parameters<typeof createFakeHost>[0] = {}, found: KeptKeys = kept) {
  const onPerform = vi.fn();
  render(
    <PlaceKeys
      host={createFakeHost(options)}
      kept={found}
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
    edits: startNew(kept).edits,
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

const SEALED = {
  ...{ area: 'localStorage' as const, name: 'cocart_enc_cocart_cart_key', value: 'U2F', cut: 0 },
};

/** The page's storage holds these alone. */
function holding(...entries: readonly (typeof SEALED)[]): KeptKeys {
  return { ...kept, storage: { ...kept.storage, entries } };
}

it('says why a key cannot be adopted, and takes an encrypted one out by its name', async () => {
  open({}, holding(SEALED));
  fireEvent.click(button('Adopt guest-B…'));
  const question = screen.getByRole('group', { name: 'Adopt guest-B?' });
  expect(question.textContent).toContain('only the front end can put a key there');
  expect(within(question).queryByRole('table')).toBeNull();
  await waitFor(() => expect(button('Start a new guest cart…').disabled).toBe(false));
  expect(button('Adopt guest-B and reload the page').disabled).toBe(true);
  fireEvent.click(button('Start a new guest cart…'));
  expect(screen.getByRole('row', { name: /cocart_enc_cocart_cart_key/ })).toBeTruthy();
  await toBeFree('Start a new guest cart and reload the page');
});

it('names what may hold a key where nothing can be changed', () => {
  open({}, holding({ ...SEALED, name: 'shop-cart', cut: 5_000 }));
  expect(
    screen.getByText('No key or session cookie was found that could be changed.'),
  ).toBeTruthy();
  const stays = within(screen.getByRole('list', { name: 'What stays' }));
  expect(stays.getByText('shop-cart')).toBeTruthy();
  expect(stays.getByText('Cookies of page and store')).toBeTruthy();
});

it.each([
  ['3.0.17', /neither a key nor the store’s session cookie gets a new cart/],
  ['4.3.6', /Each call without a key makes a new cart/],
  ['4.4.0-beta.6', /Each call without a key gets a new key and an empty cart/],
  [null, /always from CoCart 4.2 on; before that wherever the session cookie is not sent/],
])('says what a call without a key comes to on %s', (version, words) => {
  open({}, { ...kept, version });
  fireEvent.click(button('Start a new guest cart…'));
  const question = within(screen.getByRole('group', { name: 'Start a new guest cart?' }));
  expect(question.getByText(words)).toBeTruthy();
  expect(question.getByText(/the same cart may come back/)).toBeTruthy();
});
