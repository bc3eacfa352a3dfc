import { describe, expect, it } from 'vitest';
import type { HarEntry } from './from-har.ts';
import {
  exchangeFromHar,
  harId,
  readHandedBody,
  readHarEntries,
  readHarEntry,
  readHarPages,
} from './from-har.ts';
import { CHROMIUM_ENTRY, FIREFOX_ENTRY } from './har-samples.ts';

function entryOf(raw: unknown): HarEntry {
  const entry = readHarEntry(raw);
  if (!entry) throw new Error('not an entry');
  return entry;
}

const TEXT = '{"cart_key":"b2b5"}';

describe('exchangeFromHar', () => {
  it('reads an entry of Chromium', () => {
    const exchange = exchangeFromHar(entryOf(CHROMIUM_ENTRY), 7, { text: TEXT });
    expect(exchange).toMatchObject({
      startedAt: Date.parse('2026-11-22T23:40:49.323Z'),
      durationMs: 6.824999999935244,
      sender: 'page',
      request: { method: 'POST', body: { text: '{"id":"10"}' } },
      response: { status: 200, body: { text: TEXT }, fromCache: false },
    });
    expect(exchange.request.url).toBe(CHROMIUM_ENTRY.request.url);
  });

  it('reads an entry of Firefox, which says nothing of its cache', () => {
    const exchange = exchangeFromHar(entryOf(FIREFOX_ENTRY), 7, { text: TEXT });
    expect(exchange.startedAt).toBe(Date.parse('2026-11-22T23:40:06.048Z'));
    expect(exchange.request.body).toEqual({ text: '{"id":"10"}' });
    expect(exchange.response.fromCache).toBeNull();
  });

  it('tells each of joined header values', () => {
    const { headers } = exchangeFromHar(entryOf(CHROMIUM_ENTRY), 7, { text: TEXT }).response;
    expect(headers.filter(({ name }) => name === 'set-cookie').map(({ value }) => value)).toEqual([
      'x=1',
      'y=2',
    ]);
  });

  it('knows what came from the cache', () => {
    const cached = entryOf({ ...CHROMIUM_ENTRY, _fromCache: 'disk' });
    expect(exchangeFromHar(cached, 7, { text: TEXT }).response.fromCache).toBe(true);
  });

  it('writes a form of parameters alone as it was sent', () => {
    const postData = {
      mimeType: 'application/x-www-form-urlencoded',
      params: [{ name: 'a b', value: '1&2' }],
    };
    const request = { ...CHROMIUM_ENTRY.request, postData };
    const exchange = exchangeFromHar(entryOf({ ...CHROMIUM_ENTRY, request }), 7, { text: TEXT });
    expect(exchange.request.body).toEqual({ text: 'a+b=1%262' });
  });

  it('says when a request body was there and was not handed out', () => {
    const { postData: _, ...request } = CHROMIUM_ENTRY.request;
    const exchange = exchangeFromHar(entryOf({ ...CHROMIUM_ENTRY, request }), 7, { text: TEXT });
    expect(exchange.request.body).toEqual({ text: null, missing: 'unavailable' });
  });

  it('names the same entry the same way, and another one otherwise', () => {
    const id = harId(entryOf(CHROMIUM_ENTRY), 7);
    expect(harId(entryOf(structuredClone(CHROMIUM_ENTRY)), 7)).toBe(id);
    expect(harId(entryOf({ ...CHROMIUM_ENTRY, time: 7 }), 7)).not.toBe(id);
    expect(harId(entryOf(CHROMIUM_ENTRY), 8)).not.toBe(id);
  });

  it('leaves the browser’s own object as it was', () => {
    const raw = structuredClone(CHROMIUM_ENTRY);
    exchangeFromHar(entryOf(raw), 7, { text: TEXT });
    expect(raw).toEqual(CHROMIUM_ENTRY);
  });
});

describe('readHarEntry', () => {
  it('takes no other schemes, no broken times, nothing of another shape', () => {
    const request = { ...CHROMIUM_ENTRY.request, url: 'data:text/html,x' };
    expect(readHarEntry({ ...CHROMIUM_ENTRY, request })).toBeNull();
    expect(readHarEntry({ ...CHROMIUM_ENTRY, startedDateTime: 'soon' })).toBeNull();
    expect(readHarEntry(null)).toBeNull();
    expect(readHarEntry({ request: 1 })).toBeNull();
  });

  it('forgives odd parts that are not needed', () => {
    const response = { status: 'x', headers: 'none', content: 5 };
    expect(readHarEntry({ ...CHROMIUM_ENTRY, time: 'x', response })?.response).toMatchObject({
      status: 0,
      headers: [],
    });
  });
});

describe('readHandedBody', () => {
  const chromium = entryOf(CHROMIUM_ENTRY);

  it('takes the shapes of every browser', () => {
    expect(readHandedBody(chromium, { content: TEXT, encoding: '' })).toEqual({ text: TEXT });
    expect(readHandedBody(chromium, [TEXT, ''])).toEqual({ text: TEXT });
    expect(
      readHandedBody(entryOf(FIREFOX_ENTRY), [TEXT, 'application/json; charset=UTF-8']),
    ).toEqual({
      text: TEXT,
    });
  });

  it('reads base64 by the word of Chromium or by the entry of Firefox', () => {
    const coded = Buffer.from(TEXT).toString('base64');
    expect(readHandedBody(chromium, { content: coded, encoding: 'base64' })).toEqual({
      text: TEXT,
    });
    const { response } = FIREFOX_ENTRY;
    const content = { ...response.content, encoding: 'base64' };
    const entry = entryOf({ ...FIREFOX_ENTRY, response: { ...response, content } });
    expect(readHandedBody(entry, [coded, 'application/json'])).toEqual({ text: TEXT });
  });

  it('expects no body where there can be none', () => {
    const response = { ...CHROMIUM_ENTRY.response, status: 204 };
    const entry = entryOf({ ...CHROMIUM_ENTRY, response });
    expect(readHandedBody(entry, ['', ''])).toEqual({ text: null, missing: 'none' });
  });

  it('says that the browser has none', () => {
    expect(readHandedBody(chromium, undefined)).toEqual({ text: null, missing: 'unavailable' });
    expect(readHandedBody(chromium, { content: null, encoding: '' })).toEqual({
      text: null,
      missing: 'unavailable',
    });
  });
});

describe('readHarPages', () => {
  const page = {
    id: 'page_1',
    startedDateTime: '2026-11-22T23:40:48.964Z',
    title: 'http://localhost:4601/?second',
  };
  const document = {
    pageref: 'page_1',
    startedDateTime: '2026-11-22T23:40:48.959Z',
    request: { url: 'http://localhost:4601/?second' },
  };

  it('begins a page with its first request and knows whether it was heard whole', () => {
    expect(readHarPages({ pages: [page], entries: [document] })).toEqual([
      {
        id: 'page_1',
        url: page.title,
        since: Date.parse('2026-11-22T23:40:48.959Z'),
        complete: true,
      },
    ]);
    expect(readHarPages({ pages: [page], entries: [] })[0]?.complete).toBe(false);
  });

  it('finds nothing in what is no log', () => {
    expect(readHarPages(null)).toEqual([]);
    expect(readHarPages({ pages: 'x' })).toEqual([]);
    expect(readHarEntries({ entries: 4 })).toEqual([]);
  });
});
