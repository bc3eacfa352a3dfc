import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fail, succeed } from '../outcome.ts';
import type { Wish } from '../wish.ts';
import { createTabHost } from './tab-host.ts';

const wish: Wish = { kind: 'look', tabId: 1, pageUrl: 'https://a.example/', store: null };
const ORIGINS = ['https://a.example'];

/** What the background answers, by message. */
let answers: Record<string, unknown>;
let sent: string[];

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  sent = [];
  answers = { 'has-access': succeed(false), 'carry-out': succeed('done') };
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (...args: unknown[]) => {
    const [message] = args;
    const name =
      typeof message === 'object' && message !== null && 'name' in message
        ? String(message.name)
        : '';
    sent.push(name);
    return answers[name];
  });
});

describe('a press', () => {
  it('asks for access at once, with the wish already on its way to storage', async () => {
    const ask = vi.fn(() => Promise.resolve(true));
    const host = createTabHost(1, { ask, openPopup: async () => succeed(null) });
    const result = host.perform(wish, ORIGINS, 'to read the cart');
    expect(ask).toHaveBeenCalledWith(ORIGINS, []);
    expect(await result).toEqual(succeed('done'));
    expect(sent).toEqual(['carry-out']);
    expect(await host.readWish()).toMatchObject({ wish, reason: 'to read the cart' });
  });

  it('that wants calls heard asks for the permission with the origins', async () => {
    const ask = vi.fn(() => Promise.resolve(true));
    const host = createTabHost(1, { ask, openPopup: async () => succeed(null) });
    const observe: Wish = { kind: 'observe', tabId: 1, pageUrl: 'https://a.example/' };
    await host.perform(observe, ORIGINS, 'to hear calls');
    expect(ask).toHaveBeenCalledWith(ORIGINS, ['webRequest']);
  });

  it('with a secret sends it by its message, and keeps it nowhere', async () => {
    const host = createTabHost(1, {
      ask: () => Promise.resolve(true),
      openPopup: async () => succeed(null),
    });
    await host.perform(wish, ORIGINS, 'r', 'the hash');
    expect(browser.runtime.sendMessage).toHaveBeenCalledWith(
      expect.objectContaining({ payload: expect.objectContaining({ secret: 'the hash' }) }),
    );
    const kept = await Promise.all(
      [browser.storage.session, browser.storage.local].map((area) => area.get(null)),
    );
    expect(JSON.stringify(kept)).toContain('a.example');
    expect(JSON.stringify(kept)).not.toContain('the hash');
  });

  it('that is refused leaves nothing behind', async () => {
    const host = createTabHost(1, {
      ask: () => Promise.resolve(false),
      openPopup: async () => succeed(null),
    });
    const result = await host.perform(wish, ORIGINS, 'r');
    expect(result.ok ? '' : result.failure.what).toContain('https://a.example was not given');
    expect(await host.readWish()).toBeNull();
    expect(sent).toEqual([]);
  });

  it('that the browser cannot ask for fails in words', async () => {
    const host = createTabHost(1, {
      ask: () => {
        throw new Error('not in the manifest');
      },
      openPopup: async () => succeed(null),
    });
    expect(await host.perform(wish, ORIGINS, 'r')).toMatchObject({
      ok: false,
      failure: { why: 'not in the manifest' },
    });
    expect(await host.readWish()).toBeNull();
  });

  it('that was over when the browser was to ask leaves nothing that could be sent later', async () => {
    const ask = () => Promise.reject(new Error('may only be called from a user input handler'));
    const host = createTabHost(1, { ask, openPopup: async () => succeed(null) });
    expect(await host.perform(wish, ORIGINS, 'r')).toMatchObject({
      failure: { why: 'may only be called from a user input handler' },
    });
    expect(await host.readWish()).toBeNull();
    expect(sent).toEqual([]);
  });

  it('that is refused takes no later one with it', async () => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const ask = vi.fn(() => promise).mockImplementationOnce(async () => false);
    const host = createTabHost(1, { ask, openPopup: async () => succeed(null) });
    const first = host.perform(wish, ORIGINS, 'first');
    const second = host.perform(wish, ORIGINS, 'second');
    expect((await first).ok).toBe(false);
    expect(await host.readWish()).toMatchObject({ reason: 'second' });
    resolve(true);
    expect(await second).toEqual(succeed('done'));
  });

  it('in a Firefox panel waits in the popup', async () => {
    const openPopup = vi.fn(async () => succeed(null));
    const host = createTabHost(1, { ask: null, openPopup });
    expect(await host.perform(wish, ORIGINS, 'r')).toEqual(succeed('waiting-in-popup'));
    expect(openPopup).toHaveBeenCalledTimes(1);
    // The press in the popup is yet to come: access given for something else is not it.
    expect(await host.readWish()).toMatchObject({
      state: { is: 'waiting' },
      withheld: 'not-asked',
    });
    await host.dismissWish();
    expect(await host.readWish()).toBeNull();
  });

  it('in a Firefox panel goes straight on where access is given', async () => {
    answers['has-access'] = succeed(true);
    const openPopup = vi.fn(async () => succeed(null));
    const host = createTabHost(1, { ask: null, openPopup });
    expect(await host.perform(wish, ORIGINS, 'r')).toEqual(succeed('done'));
    expect(openPopup).not.toHaveBeenCalled();
  });

  it('keeps waiting when the popup did not open, and says so', async () => {
    const failure = fail('No popup.', '', 'Press the button.');
    const host = createTabHost(1, { ask: null, openPopup: async () => failure });
    expect(await host.perform(wish, ORIGINS, 'r')).toEqual(failure);
    expect((await host.readWish())?.state).toEqual({ is: 'waiting' });
  });
});
