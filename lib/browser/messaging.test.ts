import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { hasAccessMessage, openPopupMessage } from '../messages.ts';
import { fail, succeed } from '../outcome.ts';
import { type Handler, handleMessages, on } from './handle-messages.ts';
import { send } from './messaging.ts';

/** The channel between pages and background: messages are copied on their way, as in a browser. */
function connect(handlers: readonly Handler[]): void {
  vi.spyOn(browser.runtime.onMessage, 'addListener').mockImplementation((listener: unknown) => {
    if (typeof listener !== 'function') throw new Error('no listener');
    vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (...args: unknown[]) => {
      const { promise, resolve } = Promise.withResolvers<unknown>();
      const sender = { id: browser.runtime.id };
      const kept = listener(structuredClone(args[0]), sender, (reply: unknown) =>
        resolve(structuredClone(reply)),
      );
      return kept === true ? promise : undefined;
    });
  });
  handleMessages(handlers);
}

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

const NOTHING = { origins: [], permissions: [] };

describe('messages', () => {
  it('come with their payload and bring an answer', async () => {
    connect([on(hasAccessMessage, async ({ origins }) => succeed(origins.length === 2))]);
    const origins = ['https://a.example', 'https://b.example'];
    expect(await send(hasAccessMessage, { origins, permissions: [] })).toEqual({
      ok: true,
      value: true,
    });
  });

  it('bring failures as they are', async () => {
    const failure = fail('No.', 'Because.', 'Wait.');
    connect([on(openPopupMessage, async () => failure)]);
    expect(await send(openPopupMessage, { tabId: 1 })).toEqual(failure);
  });

  it('bring a thrown error as a failure', async () => {
    connect([
      on(openPopupMessage, async () => {
        throw new Error('out of order');
      }),
    ]);
    expect(await send(openPopupMessage, { tabId: 1 })).toMatchObject({
      ok: false,
      failure: { why: 'out of order' },
    });
  });

  it('of another form are refused on arrival, there and back', async () => {
    const answer = vi.fn(async () => succeed(null));
    connect([on(openPopupMessage, answer)]);
    const wrong = { ...openPopupMessage, payload: hasAccessMessage.payload };
    expect((await send(wrong, NOTHING)).ok).toBe(false);
    expect(answer).not.toHaveBeenCalled();

    connect([{ name: hasAccessMessage.name, handle: async () => succeed('maybe') }]);
    expect((await send(hasAccessMessage, NOTHING)).ok).toBe(false);
  });

  it('of others are left alone', async () => {
    const handle = vi.fn(async () => succeed(null));
    connect([{ name: 'x', handle }]);
    expect(await browser.runtime.sendMessage({ name: 'x' })).toBeUndefined();
    expect(await browser.runtime.sendMessage('x')).toBeUndefined();
    const toAnother = { to: 'someone', name: 'x', payload: 1 };
    expect(await browser.runtime.sendMessage(toAnother)).toBeUndefined();
    expect(handle).not.toHaveBeenCalled();
  });

  it('that nobody hears end in a failure', async () => {
    vi.spyOn(browser.runtime, 'sendMessage').mockRejectedValue(new Error('no receiving end'));
    expect(await send(openPopupMessage, { tabId: 1 })).toMatchObject({
      ok: false,
      failure: { why: 'no receiving end' },
    });
  });
});
