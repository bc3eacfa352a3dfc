import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PlannedAct } from '../../lib/action/act.ts';
import type { Guard } from '../../lib/action/guard.ts';
import { anAct, TARGET } from '../../lib/action/sample-act.ts';
import { DEFAULT_SETTINGS } from '../../lib/settings.ts';
import { ActionSheet } from './ActionSheet.tsx';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const OPEN: Guard = {
  ...{ origin: TARGET.store.origin, lock: { is: 'open' }, settings: DEFAULT_SETTINGS },
};
const CLEAR: PlannedAct = {
  ...anAct([{ do: 'clear' }], { title: 'Clear this cart', destroys: true }),
  losses: ['3 × Album'],
};

function show(planned: PlannedAct, guard: Guard = OPEN) {
  const calls = {
    onSend: vi.fn(),
    onClose: vi.fn(),
    onUnlock: vi.fn(),
    onListAsSafe: vi.fn(),
  };
  render(<ActionSheet planned={planned} guard={guard} {...calls} />);
  return calls;
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('an act before it is sent', () => {
  it('is shown to the letter, the key masked, and sent by its press alone', () => {
    const write = { do: 'update-item', itemKey: 'abc', quantity: 2 } as const;
    const { act } = anAct([write]);
    const { onSend } = show({ act, losses: [] });
    const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(rows[0]).toMatch(
      /GET https:\/\/shop\.example\/wp-json\/cocart\/v2\/cart\?cart_key=b9a6…df3c/,
    );
    expect(rows[1]).toContain('POST https://shop.example/wp-json/cocart/v2/cart/item/abc');
    expect(rows[1]).toContain('Content-Type: application/json; charset=utf-8');
    expect(rows[1]).toContain('{"quantity":"2"}');
    expect(rows[2]).toContain('to check');
    expect(document.body.textContent).toMatch(/notices.*expiry/);
    expect(document.body.innerHTML).not.toContain(TARGET.key);
    expect(document.activeElement).toBe(button('Send'));
    expect(onSend).not.toHaveBeenCalled();
    fireEvent.click(button('Send'));
    expect(onSend).toHaveBeenCalledWith(act);
  });

  it('names what gets lost, and the keyboard stands on Cancel', () => {
    show(CLEAR);
    expect(screen.getByRole('dialog', { name: /^Clear this cart/ })).toBeTruthy();
    expect(screen.getByText('3 × Album')).toBeTruthy();
    expect(document.activeElement).toBe(button('Cancel'));
    expect(screen.queryByRole('button', { name: 'Send' })).toBeNull();
    expect(button('Clear this cart')).toBeTruthy();
  });

  it('says that the browser gets a session back, which a locked store does not give', () => {
    const { act } = anAct([]);
    const { onSend } = show(
      { act: { ...act, session: 'undo 1' }, losses: [] },
      { ...OPEN, lock: { is: 'locked' } },
    );
    expect(screen.getByText(/gets back the session cookie that it had/)).toBeTruthy();
    expect(screen.getByText(/What is sent: 1 request, no write/)).toBeTruthy();
    expect(screen.queryByText('Nothing is written.')).toBeNull();
    fireEvent.click(button('Send'));
    expect(onSend).not.toHaveBeenCalled();
  });

  it('sends nothing when it is closed', () => {
    const { onSend, onClose } = show(CLEAR);
    fireEvent.click(button('Cancel'));
    expect(onClose).toHaveBeenCalled();
    expect(onSend).not.toHaveBeenCalled();
  });

  it('is not sent to a store that is locked, and says how it is unlocked', () => {
    const { onSend, onUnlock, onListAsSafe } = show(CLEAR, { ...OPEN, lock: { is: 'locked' } });
    expect(screen.getByText('shop.example is locked')).toBeTruthy();
    fireEvent.click(button('Clear this cart'));
    expect(onSend).not.toHaveBeenCalled();
    fireEvent.click(button('Unlock for 15 minutes'));
    expect(onUnlock).toHaveBeenCalled();
    fireEvent.click(button(/never lock this host/));
    expect(onListAsSafe).toHaveBeenCalled();
  });

  it('compares the time at the press: one that is over since it was drawn locks', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000 });
    const { onSend } = show(CLEAR, { ...OPEN, lock: { is: 'unlocked', until: 2_000 } });
    expect(screen.queryByText('shop.example is locked')).toBeNull();
    vi.setSystemTime(2_000);
    fireEvent.click(button('Clear this cart'));
    expect(onSend).not.toHaveBeenCalled();
    return screen.findByText('shop.example is locked');
  });

  it('says before that a store’s v1 refuses it, and offers the call of v2', async () => {
    const { act } = anAct([{ do: 'clear' }], { target: { ...TARGET, api: 'v1' } });
    const { onSend } = show({ act, losses: [] });
    expect(screen.getByText(/v1 of CoCart 4\.3\.6 refuses to clear a cart/)).toBeTruthy();
    fireEvent.click(button('Use the API v2 for this'));
    expect(await screen.findByText(/cocart\/v2\/cart\/clear/)).toBeTruthy();
    fireEvent.click(button('Send'));
    expect(onSend.mock.lastCall?.[0]).toMatchObject({ target: { api: 'v2' } });
  });

  it('says so too where the store told no version, as v1 never does', async () => {
    const write = { do: 'update-item', itemKey: 'abc', quantity: 2 } as const;
    const { onSend } = show(anAct([write], { target: { ...TARGET, api: 'v1', version: null } }));
    expect(
      screen.getByText(/told no version, and the API v1 of CoCart 4 refuses to change a quantity/),
    ).toBeTruthy();
    fireEvent.click(button('Use the API v2 for this'));
    expect(await screen.findByText(/cocart\/v2\/cart\/item\/abc/)).toBeTruthy();
    expect(screen.queryByText(/told no version, and/)).toBeNull();
    fireEvent.click(button('Send'));
    expect(onSend.mock.lastCall?.[0]).toMatchObject({ target: { api: 'v2' } });
  });

  it('says why where the store has no such call', () => {
    show(anAct([{ do: 'remove-fees' }]));
    expect(screen.getByText(/has no call for this/)).toBeTruthy();
    expect(button('Send').hasAttribute('disabled')).toBe(true);
  });

  it('shows the beginning of a long one, and all of it when asked', () => {
    show(anAct(Array.from({ length: 90 }, () => ({ do: 'calculate' }) as const)));
    expect(screen.getAllByRole('listitem')).toHaveLength(40);
    fireEvent.click(button('Show all 92 requests'));
    return screen.findByText('92');
  });
});
