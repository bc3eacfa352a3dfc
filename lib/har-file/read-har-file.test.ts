import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Capture } from '../capture.ts';
import { CHROMIUM_ENTRY, FIREFOX_ENTRY } from '../http/har-samples.ts';
import { recordedCaptures } from '../log/recorded-captures.ts';
import { HarFailure, MOST_FILE_BYTES } from './har-failure.ts';
import { summaryTexts } from './import-summary.ts';
import { IMPORTED_TAB_ID } from './imported-entry.ts';
import { readHarFile } from './read-har-file.ts';
import { writeHar } from './write-har.ts';

const CART = '{"cart_key":"b2b5","cart_hash":"x","items":[],"currency":{}}';

/** An entry with no more than HAR demands, as Proxyman and Charles write it. */
const PLAIN_ENTRY = {
  startedDateTime: '2026-11-22T23:40:50.000Z',
  time: 3,
  request: { method: 'GET', url: 'https://shop.example/wp-json/cocart/v2/cart', headers: [] },
  response: {
    status: 200,
    headers: [{ name: 'Content-Type', value: 'application/json' }],
    content: { size: CART.length, mimeType: 'application/json', text: CART },
  },
};

const har = (entries: readonly unknown[], more: object = {}) =>
  JSON.stringify({
    log: { version: '1.2', creator: { name: 'x', version: '1' }, ...more, entries },
  });

async function read(...parts: readonly (string | Uint8Array<ArrayBuffer>)[]) {
  const captures: Capture[] = [];
  let progress = 0;
  const summary = await readHarFile(new Blob([...parts]), {
    onCaptures: async (some) => void captures.push(...some),
    onProgress: (bytes) => {
      progress = bytes;
    },
  });
  return { captures, summary, progress, exchanges: captures.map(({ exchange }) => exchange) };
}

describe('a HAR', () => {
  test('of every tool is read, its CoCart calls alone', async () => {
    const picture = {
      ...PLAIN_ENTRY,
      request: { ...PLAIN_ENTRY.request, url: 'https://shop.example/a.png' },
      response: { status: 200, content: { size: 9, mimeType: 'image/png' } },
    };
    const { captures, summary } = await read(
      har([
        CHROMIUM_ENTRY,
        picture,
        FIREFOX_ENTRY,
        PLAIN_ENTRY,
        { ...PLAIN_ENTRY, comment: 'seen' },
      ]),
    );
    expect(summary).toEqual({ entries: 5, calls: 4, withoutBody: 2, unreadable: 0, cut: false });
    expect(captures.map(({ tabId }) => tabId)).toEqual(Array(4).fill(IMPORTED_TAB_ID));
    expect(new Set(captures.map(({ exchange }) => exchange.id)).size).toBe(4);
    expect(captures[2]?.exchange.response.body).toEqual({ text: CART });
  });

  test('knows a cart by its shape at any address', async () => {
    const at = (url: string) => ({ ...PLAIN_ENTRY, request: { ...PLAIN_ENTRY.request, url } });
    const { exchanges } = await read(
      har([
        at('https://front.example/api/cart'),
        at('https://shop.example/wp-json/own/v2/cart'),
        {
          ...at('https://front.example/api/news'),
          response: {
            ...PLAIN_ENTRY.response,
            content: { mimeType: 'application/json', text: '{"a":1}' },
          },
        },
      ]),
    );
    expect(exchanges.map(({ request }) => request.url)).toEqual([
      'https://front.example/api/cart',
      'https://shop.example/wp-json/own/v2/cart',
    ]);
  });

  test('may hold its bodies as base64, in whatever place tools say so', async () => {
    const text = Buffer.from(CART).toString('base64');
    const content = { size: CART.length, mimeType: 'application/json', encoding: 'base64', text };
    const { exchanges } = await read(
      har([{ ...PLAIN_ENTRY, response: { ...PLAIN_ENTRY.response, content } }]),
    );
    expect(exchanges[0]?.response.body).toEqual({ text: CART });
  });

  test('names the pages of its calls', async () => {
    const pages = [
      {
        id: 'page_1',
        startedDateTime: '2026-11-22T23:40:48.000Z',
        title: 'http://localhost:4601/',
      },
    ];
    const { captures } = await read(har([CHROMIUM_ENTRY, PLAIN_ENTRY], { pages }));
    expect(captures.map(({ page }) => page.url)).toEqual(['http://localhost:4601/', null]);
  });

  test.each([
    [
      'the log alone, as DevTools hand it to extensions',
      (text: string) => JSON.stringify(JSON.parse(text).log),
    ],
    ['its entries alone', (text: string) => JSON.stringify(JSON.parse(text).log.entries)],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['line ends and spaces', (text: string) => JSON.stringify(JSON.parse(text), null, 2)],
    [
      'brackets and quotes in its texts',
      (text: string) => text.replace('"1.2"', '"]}[{\\"entries\\":[\\\\"'),
    ],
  ])('may be %s', async (_, change) => {
    const { summary } = await read(change(har([PLAIN_ENTRY, CHROMIUM_ENTRY])));
    expect(summary.calls).toBe(2);
  });

  test('is read to its end, and says how far it is', async () => {
    const text = har([PLAIN_ENTRY]);
    expect((await read(text)).progress).toBe(text.length);
  });

  test('of ours says who sent a call, and why a body is missing', async () => {
    const [capture] = recordedCaptures('cocart-4.3.6/v2-guest-lifecycle.jsonl');
    if (!capture) throw new Error('no recording');
    const own: Capture = {
      ...capture,
      exchange: {
        ...capture.exchange,
        sender: 'extension',
        response: {
          ...capture.exchange.response,
          body: { text: null, missing: 'dropped' },
          fromCache: true,
        },
      },
    };
    const { exchanges } = await read(writeHar([own]));
    expect(exchanges[0]).toMatchObject({
      sender: 'extension',
      response: { body: { missing: 'dropped' }, fromCache: true },
    });
  });
});

describe('what is broken', () => {
  test('spoils its own entry alone', async () => {
    const deep = `{"request":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    const text = har([PLAIN_ENTRY, 'gap', PLAIN_ENTRY]).replace(
      '"gap"',
      `{"request":5},${deep},{"startedDateTime":"soon","request":{"url":"https://a.example"}},{]}`.replace(
        '{]}',
        '{"a":nonsense}',
      ),
    );
    const { summary } = await read(text);
    expect(summary).toMatchObject({ entries: 6, calls: 2, unreadable: 4, cut: false });
    expect(summaryTexts(summary)).toEqual([
      '2 calls of CoCart among 6 entries.',
      '4 entries could not be read.',
    ]);
  });

  test('is no fault where it is a request of another kind', async () => {
    const socket = {
      ...PLAIN_ENTRY,
      request: { ...PLAIN_ENTRY.request, url: 'wss://shop.example/' },
    };
    expect((await read(har([socket, PLAIN_ENTRY]))).summary.unreadable).toBe(0);
  });

  test('an end in the middle leaves what stood before', async () => {
    const text = har([PLAIN_ENTRY, PLAIN_ENTRY, PLAIN_ENTRY]);
    const { summary } = await read(text.slice(0, text.length * 0.8));
    expect(summary).toMatchObject({ calls: 2, cut: true });
    expect(summaryTexts(summary)).toContain(
      'The file ends in the middle: what stood before that was read.',
    );
  });

  test.each<[string, string | Uint8Array<ArrayBuffer>, string]>([
    ['nothing', '', 'The file is empty.'],
    ['a page', '<!doctype html>', 'This is no HAR file: it is not JSON.'],
    ['a word', '"entries"', 'This is no HAR file: it is not JSON.'],
    ['other JSON', '{"a":[1,2]}', 'This is no HAR file: it is JSON without log.entries.'],
    ['too many brackets', '{}}}}', 'This is no HAR file: it is not JSON.'],
    ['no calls', har([]), 'The file is a HAR without any call.'],
    ['a beginning', har([PLAIN_ENTRY]).slice(0, 60), 'The file ends before its first call.'],
    [
      'other entries',
      har([{}, { a: 1 }]),
      'Its entries are not those of a HAR: none could be read.',
    ],
    [
      'gzip',
      new Uint8Array([0x1f, 0x8b, 8, 0]),
      'The file is packed (gzip). Unpack it, then choose the .har in it.',
    ],
    ['zip', 'PK\u0003\u0004', 'The file is packed (zip). Unpack it, then choose the .har in it.'],
    [
      'UTF-16',
      new Uint8Array([0xff, 0xfe, 0x7b, 0]),
      'The file is written in UTF-16. Save it as UTF-8.',
    ],
  ])('%s is answered by a sentence', async (_, text, why) => {
    await expect(read(text)).rejects.toThrow(new HarFailure(why));
  });

  test('calls of others are counted', async () => {
    const other = {
      ...PLAIN_ENTRY,
      request: { ...PLAIN_ENTRY.request, url: 'https://a.example/b.js' },
      response: { status: 200 },
    };
    await expect(read(har([other, other]))).rejects.toThrow(
      'None of its 2 calls is CoCart’s, and none answers a cart.',
    );
  });

  test('a file that is too large is not begun', async () => {
    const large = new Blob(['x']);
    Object.defineProperty(large, 'size', { value: MOST_FILE_BYTES + 1 });
    const none = { onCaptures: async () => {}, onProgress: () => {} };
    await expect(readHarFile(large, none)).rejects.toThrow('The file has 128 MB.');
  });

  test('one entry of 33 MB is passed over', async () => {
    const content = { ...PLAIN_ENTRY.response.content, text: 'x'.repeat(33 * 1024 * 1024) };
    const huge = { ...PLAIN_ENTRY, response: { ...PLAIN_ENTRY.response, content } };
    const { summary } = await read(har([huge, PLAIN_ENTRY]));
    expect(summary).toMatchObject({ entries: 2, calls: 1, unreadable: 1 });
  }, 30_000);

  test('anything at all ends in calls or in a sentence', async () => {
    const text = har([CHROMIUM_ENTRY, PLAIN_ENTRY, FIREFOX_ENTRY]);
    const spoilt = fc
      .tuple(
        fc.nat(text.length),
        fc.nat(30),
        fc.oneof(fc.string(), fc.constantFrom('"', '\\', '}', ']', '[{')),
      )
      .map(([at, length, other]) => text.slice(0, at) + other + text.slice(at + length));
    await fc.assert(
      fc.asyncProperty(fc.oneof(spoilt, fc.json(), fc.string()), async (garbled) => {
        const told = await read(garbled).catch((error: unknown) => error);
        if (told instanceof Error) expect(told).toMatchObject({ name: 'HarFailure' });
        else expect(told).toHaveProperty('summary.calls');
      }),
      { numRuns: 400 },
    );
  });
});

test('a call is the same wherever the file was cut into chunks', async () => {
  const text = har([{ ...PLAIN_ENTRY, comment: 'Größe "12\\"" 🛒 \\' }, PLAIN_ENTRY]);
  const bytes = new TextEncoder().encode(text);
  const whole = (await read(text)).captures;
  for (const size of [1, 2, 3, 7, 64]) {
    const chunks = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size)
          controller.enqueue(bytes.slice(at, at + size));
        controller.close();
      },
    });
    const file = new Blob([text]);
    Object.defineProperty(file, 'stream', { value: () => chunks });
    const captures: Capture[] = [];
    await readHarFile(file, {
      onCaptures: async (some) => void captures.push(...some),
      onProgress: () => {},
    });
    expect(captures).toEqual(whole);
  }
});
