import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Capture } from '../capture.ts';
import {
  forgetCaptures,
  forgetTab,
  keepCaptures,
  readCaptures,
  readKept,
  watchCaptures,
} from './captures.ts';
import { timelineKeep } from './timeline-keep.ts';

function capture(id: string, text: string | null, tabId = 1, startedAt = 1): Capture {
  return {
    tabId,
    page: { url: 'https://shop.example/', since: 0 },
    exchange: {
      id,
      startedAt,
      durationMs: 12.5,
      sender: 'page',
      request: {
        method: 'GET',
        url: 'https://shop.example/wp-json/cocart/v2/cart',
        headers: [{ name: 'Accept', value: '*/*' }],
        body: { text: null, missing: 'none' },
      },
      response: {
        status: 200,
        headers: [],
        body: text === null ? { text: null, missing: 'binary' } : { text },
        fromCache: null,
      },
    },
  };
}

async function droppedOf(tabId: number) {
  return (await (await readKept(tabId)).readOlder()).dropped;
}

beforeEach(() => {
  fakeBrowser.reset();
});

describe('captures', () => {
  it('come back whole, oldest first, for their tab alone', async () => {
    const late = capture('b', '{"b":1}', 1, 20);
    const one = capture('a', null, 1, 10);
    const part = { batch: 'b', number: 1, of: 2, answer: 'given' } as const;
    const early = { ...one, exchange: { ...one.exchange, part } };
    await keepCaptures([late, capture('c', '{}', 2)]);
    await keepCaptures([early]);
    expect(await readCaptures(1)).toEqual([early, late]);
    expect(await readCaptures(3)).toEqual([]);
  });

  it('come back in parts, the newest before all others', async () => {
    const ids = Array.from({ length: 450 }, (_, at) => `c${at}`);
    await keepCaptures(ids.map((id, at) => capture(id, `{"n":${at % 3}}`, 1, at)));
    await keepCaptures([capture('other tab', '{}', 2, 900)]);
    const { newest, readOlder } = await readKept(1);
    expect(newest.at(-1)).toEqual(capture('c449', '{"n":2}', 1, 449));
    const parts = [newest];
    for await (const part of (await readOlder()).parts) parts.push(part);
    expect(parts.length).toBeGreaterThan(2);
    const found = parts.toReversed().flatMap((part) => part.map(({ exchange }) => exchange.id));
    expect(found).toEqual(ids);
  });

  it('keep no sign-in that stands in the address of their page', async () => {
    const url = 'https://shop.example/?cocart-load-cart=2&c_hash=cfd0c212bb69';
    await keepCaptures([{ ...capture('a', '{}'), page: { url, since: 1 } }]);
    expect(JSON.stringify(await browser.storage.session.get(null))).not.toContain('cfd0c212bb69');
  });

  it('keep equal bodies once', async () => {
    await keepCaptures([capture('a', 'x'.repeat(1_000)), capture('b', 'x'.repeat(1_000), 2)]);
    const kept = Object.keys(await browser.storage.session.get(null));
    expect(kept.filter((key) => key.startsWith('body:'))).toHaveLength(1);
  });

  it('give up the oldest bodies within their bytes, and say so', async () => {
    for (const [at, id] of ['a', 'b', 'c'].entries()) {
      await keepCaptures([capture(id, id.repeat(4_000), 1, at)], 12_000);
    }
    const bodies = (await readCaptures(1)).map(({ exchange }) => exchange.response.body);
    expect(bodies[0]).toEqual({ text: null, missing: 'dropped' });
    expect(bodies[2]).toEqual({ text: 'c'.repeat(4_000) });
    expect(await droppedOf(1)).toMatchObject({ bodies: 1, captures: 0 });
    expect(await droppedOf(2)).toEqual({ bodies: 0, captures: 0, bytes: 0 });
  });

  it('survive writers that come at once', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        keepCaptures([capture(`c${at}`, `{"n":${at}}`, 1, at)]),
      ),
    );
    expect((await readCaptures(1)).map(({ exchange }) => exchange.id)).toEqual(
      Array.from({ length: 20 }, (_, at) => `c${at}`),
    );
  });

  it('make room when the browser’s quota is fuller than counted', async () => {
    await keepCaptures([capture('a', 'a'.repeat(4_000))], 12_000);
    const set = browser.storage.session.set.bind(browser.storage.session);
    const spy = vi.spyOn(browser.storage.session, 'set');
    spy.mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded')).mockImplementation(set);
    await keepCaptures([capture('b', 'b'.repeat(4_000), 1, 2)], 12_000);
    spy.mockRestore();
    const [first, second] = await readCaptures(1);
    expect(first?.exchange.response.body).toEqual({ text: null, missing: 'dropped' });
    expect(second?.exchange.response.body.text).toHaveLength(4_000);
  });

  it('hold nothing that signs a person in', async () => {
    const signedIn = capture('a', '{}');
    const headers = [{ name: 'Authorization', value: 'Basic am9lOnMzY3JldA==' }];
    await keepCaptures([
      {
        ...signedIn,
        exchange: { ...signedIn.exchange, request: { ...signedIn.exchange.request, headers } },
      },
    ]);
    expect(JSON.stringify(await browser.storage.session.get(null))).not.toContain('am9lOnMzY3JldA');
  });

  it('leave out what is damaged', async () => {
    await keepCaptures([capture('a', '{}'), capture('b', '{}')]);
    await browser.storage.session.set({ 'capture:a': { tabId: 'one' } });
    expect((await readCaptures(1)).map(({ exchange }) => exchange.id)).toEqual(['b']);
    await browser.storage.session.set({ captures: 'broken' });
    expect(await readCaptures(1)).toEqual([]);
  });

  it('are told of as they are kept, and no longer once nobody listens', async () => {
    const { promise, resolve } = Promise.withResolvers<readonly Capture[]>();
    const stop = watchCaptures(resolve);
    await keepCaptures([capture('a', '{"a":1}')]);
    expect((await promise).map(({ exchange }) => exchange.response.body)).toEqual([
      { text: '{"a":1}' },
    ]);
    stop();
    const silent = vi.fn();
    watchCaptures(silent)();
    await keepCaptures([capture('b', '{}')]);
    await readCaptures(1);
    expect(silent).not.toHaveBeenCalled();
  });

  it('are forgotten by name, in their tab alone', async () => {
    await keepCaptures([capture('a', 'one'), capture('b', 'two'), capture('c', 'one', 2)]);
    await forgetCaptures(1, ['a', 'c']);
    expect((await readCaptures(1)).map(({ exchange }) => exchange.id)).toEqual(['b']);
    expect((await readCaptures(2))[0]?.exchange.response.body).toEqual({ text: 'one' });
  });

  it('give up the bodies of pinned ones last', async () => {
    await keepCaptures([capture('a', 'a'.repeat(4_000))]);
    await timelineKeep.markCall('a', { pinned: true, name: '', note: '' });
    for (const [at, id] of ['b', 'c'].entries()) {
      await keepCaptures([capture(id, id.repeat(4_000), 1, at + 2)], 10_500);
    }
    const bodies = (await readCaptures(1)).map(({ exchange }) => exchange.response.body.missing);
    expect(bodies).toEqual([undefined, 'dropped', undefined]);
  });

  it('go with their tab', async () => {
    await keepCaptures([capture('a', 'one'), capture('b', 'two', 2)]);
    await forgetTab(1);
    expect(await readCaptures(1)).toEqual([]);
    expect(await readCaptures(2)).toHaveLength(1);
    const kept = Object.keys(await browser.storage.session.get(null)).sort();
    expect(kept.map((key) => key.split(':')[0])).toEqual(['body', 'capture', 'captures', 'newest']);
  });
});
