import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PlannedAct } from '../../lib/action/act.ts';
import type { KeyCheck, LoadReport } from '../../lib/load-cart/load-report.ts';
import type { LoadRequest } from '../../lib/load-cart/load-request.ts';
import { sampleLoad } from '../../lib/load-cart/sample-load.ts';
import type { Ask } from '../../lib/log/ask-store.ts';
import type { WishStage } from '../session/use-wishes.ts';
import { LoadCart } from './LoadCart.tsx';

afterEach(cleanup);

const HASH = '9bf31c7ff062936a96d3c8bd1f8f2ff3';
const OWN = 't_e4dfd4fd2e9da2c48fbe190665e53b';

function checkOf(request: LoadRequest, changes: Partial<KeyCheck> = {}): WishStage {
  const check: KeyCheck = {
    request: { ...request, hash: null },
    hashed: request.hash !== null,
    holds: { lines: 1, count: '2 items · 1 line · $30.00', names: ['Album × 2'] },
    browser: {
      key: OWN,
      holds: { lines: 1, count: '1 item · 1 line · $18.00', names: ['Beanie × 1'] },
    },
    refusal: null,
    risks: [],
    ...changes,
  };
  return { is: 'checked', told: check };
}

function show(
  from: LoadRequest,
  stage: WishStage = { is: 'none' },
  onPlan: ((planned: PlannedAct) => void) | null = null,
) {
  const asked: Ask[] = [];
  render(
    <LoadCart
      from={from}
      tabId={1}
      screen="panel"
      stage={stage}
      locked={null}
      onPerform={(ask) => asked.push(ask)}
      onDismiss={() => {}}
      onPlan={onPlan}
    />,
  );
  return asked;
}

const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });

describe('a cart to load', () => {
  it('is shown by its link, with the key masked, and checked by a press of its own', () => {
    const request = sampleLoad();
    const asked = show(request);
    expect(screen.getByText('https://shop.example/?cocart-load-cart=0ed3…314d')).toBeTruthy();
    expect(document.body.innerHTML).not.toContain(request.key);
    expect(screen.queryByRole('button', { name: 'Load it in the browser' })).toBeNull();
    fireEvent.click(button('Check this key'));
    expect(asked).toMatchObject([
      { wish: { kind: 'check-key', load: request }, origins: ['https://shop.example'] },
    ]);
    const price = button('Check this key').getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(price)?.textContent).toContain('two reads');
  });

  it('follows what is chosen: page, switches, and the store’s own argument', () => {
    show(sampleLoad());
    fireEvent.click(screen.getByRole('radio', { name: 'Checkout' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'keep-cart' }));
    fireEvent.click(screen.getByText('The store renamed the argument'));
    expect(
      screen.getByText('https://shop.example/checkout/?cocart-load-cart=0ed3…314d&keep-cart=true'),
    ).toBeTruthy();
  });

  it('offers no switch that the version ignores', () => {
    show(sampleLoad({ version: '4.4.0-beta.6', key: OWN }));
    const keep = screen.getByRole<HTMLInputElement>('checkbox', { name: 'keep-cart' });
    expect(keep.disabled).toBe(true);
    expect(screen.getByText(/This version ignores it/)).toBeTruthy();
  });

  it('of a customer becomes no link where the store takes none', () => {
    show(sampleLoad({ key: '' }));
    fireEvent.input(screen.getByRole('textbox', { name: 'Cart key' }), { target: { value: '2' } });
    expect(screen.getByText('2 is the user id of a customer, not a guest’s key.')).toBeTruthy();
    expect(screen.queryByText(/cocart-load-cart=/)).toBeNull();
    expect(button('Check this key').disabled).toBe(true);
  });

  it('of a customer is shown as the sign-in that its link is', () => {
    show(sampleLoad({ version: '4.4.0-beta.6', key: '2' }));
    expect(screen.queryByText(/cocart-load-cart=/)).toBeNull();
    // A known key cannot be pasted over, but its hash is asked for.
    fireEvent.input(screen.getByRole('textbox', { name: 'Cart hash (c_hash)' }), {
      target: { value: HASH },
    });
    expect(screen.getByText('Sign-in without a password')).toBeTruthy();
    expect(screen.getByText('Whoever opens it becomes customer 2.')).toBeTruthy();
    expect(document.body.innerHTML).not.toContain(`${HASH}"`);
  });
});

describe('a key that was checked', () => {
  it('of a customer is loaded with the hash, which is in no wish', () => {
    const request = sampleLoad({ version: '4.4.0-beta.6', key: '2', hash: HASH });
    const asked = show(request, checkOf(request, { holds: null }));
    fireEvent.click(button('Load it in the browser'));
    expect(asked).toMatchObject([{ wish: { kind: 'load' }, secret: HASH }]);
    expect(JSON.stringify(asked[0]?.wish)).not.toContain(HASH);
  });

  it('is loaded by a second press, after naming the cart that gives way', () => {
    const request = sampleLoad();
    const asked = show(request, checkOf(request));
    const found = within(screen.getByRole('region', { name: 'What the check found' }));
    expect(found.getByText(/2 items · 1 line · \$30\.00/).textContent).toContain('Album × 2');
    expect(found.getByRole('status').textContent).toContain('t_e4…e53b');
    expect(found.getByRole('status').textContent).toContain('Loading empties it');
    fireEvent.click(button('Load it in the browser'));
    expect(asked).toMatchObject([{ wish: { kind: 'load', load: { key: request.key } } }]);
  });

  it('says where the browser has nothing to lose', () => {
    const request = sampleLoad();
    show(request, checkOf(request, { browser: null }));
    expect(screen.getByText(/nothing is emptied/)).toBeTruthy();
  });

  it('goes on with the version that the check learned', () => {
    const from = sampleLoad({ version: null, switches: ['keep-cart'] });
    const asked = show(from, checkOf({ ...from, version: '4.4.0-beta.6' }));
    const keep = screen.getByRole<HTMLInputElement>('checkbox', { name: 'keep-cart' });
    expect(keep).toMatchObject({ disabled: true, checked: false });
    expect(screen.queryByText(/told no version/)).toBeNull();
    expect(screen.queryByText(/merged into the loaded one/)).toBeNull();
    fireEvent.click(button('Load it in the browser'));
    expect(asked).toMatchObject([
      { wish: { kind: 'load', load: { version: '4.4.0-beta.6', switches: [] } } },
    ]);
  });

  it('that would do harm is loaded only once that was accepted', () => {
    const request = sampleLoad({ version: '4.4.0-beta.6' });
    const risk = { name: 'loses-both', what: 'Both carts will be lost.', why: 'Twice.' } as const;
    const asked = show(request, checkOf(request, { risks: [risk] }));
    expect(button('Load it in the browser').disabled).toBe(true);
    fireEvent.click(screen.getByRole('checkbox', { name: /Both carts will be lost/ }));
    fireEvent.click(button('Load it in the browser'));
    expect(asked).toMatchObject([{ wish: { load: { accepted: ['loses-both'] } } }]);
  });

  it('that may not be loaded has no such press', () => {
    const request = sampleLoad();
    const refusal = { what: 'This browser already has this cart.', why: 'Same key.' };
    show(request, checkOf(request, { refusal }));
    expect(screen.getByText('This browser already has this cart.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Load it in the browser' })).toBeNull();
  });

  it('is checked anew when it is another', () => {
    show(sampleLoad(), checkOf(sampleLoad({ key: OWN })));
    expect(button('Check this key')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Load it in the browser' })).toBeNull();
  });
});

describe('a cart that was loaded', () => {
  const back: PlannedAct = {
    act: {
      target: {
        ...{ store: sampleLoad().store, api: 'v2', version: '4.3.6', key: OWN, routes: null },
      },
      writes: [],
      title: 'Bring back the cart that the browser had',
      destroys: false,
      session: 'before',
    },
    losses: [],
  };
  const report: LoadReport = {
    verdict: 'differs',
    what: 'Other lines.',
    why: 'Sold out.',
    todo: 'Compare.',
    key: sampleLoad().key,
    tab: 'new',
    same: 1,
    differences: [{ name: 'Beanie', wanted: 2, found: null }],
    more: 0,
    replaced: { key: OWN, held: { lines: 1, count: '1 item', names: [] }, now: 0 },
    back,
    rescue: null,
  };

  it('is told line by line, with the cart that it emptied, and the way back', () => {
    const onPlan = vi.fn();
    show(sampleLoad(), { is: 'loaded', told: report }, onPlan);
    expect(screen.getByRole('heading', { name: 'Other lines.' })).toBeTruthy();
    expect(screen.getByRole('row', { name: 'Beanie 2 none' })).toBeTruthy();
    expect(screen.getByText(/t_e4…e53b/).parentElement?.textContent).toContain(
      'held 1 item; it is empty now, as read back.',
    );
    expect(screen.getByText(/gives the browser its old session cookie/)).toBeTruthy();
    fireEvent.click(button('Bring it back…'));
    expect(onPlan).toHaveBeenCalledWith(back);
  });

  it('that the store lost is offered back by itself', () => {
    const onPlan = vi.fn();
    const rescue = { ...back, losses: ['Its own price is lost.'] };
    show(sampleLoad(), { is: 'loaded', told: { ...report, rescue } }, onPlan);
    fireEvent.click(button('Bring the lost cart back…'));
    expect(onPlan).toHaveBeenCalledWith(rescue);
  });

  it('offers no way back where no screen can show it', () => {
    show(sampleLoad(), { is: 'loaded', told: report });
    expect(screen.queryByRole('button', { name: 'Bring it back…' })).toBeNull();
  });
});
