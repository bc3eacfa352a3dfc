import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Exchange } from '../http/exchange.ts';
import { copiedRequest } from './copied-request.ts';
import { curl } from './curl.ts';
import { fetchInPage } from './fetch.ts';
import { jquery } from './jquery.ts';
import { node } from './node.ts';
import { php } from './php.ts';
import { HAS_PHP, readPhp } from './read-php.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { JQUERY_STAND_IN, runInNode, runInShell } from './run-snippet.ts';
import { wordpress } from './wordpress.ts';

// Programs are slow to start on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.close());

/** What breaks quotes, and what is seen by nobody. */
const AWKWARD = [
  ...[
    "'",
    '"',
    '`',
    '\\',
    '$x',
    '$' + '{x}',
    '$(id)',
    '{$x}',
    '%s',
    '%',
    '!!',
    '@f',
    '#',
    '\\n',
    '\\0',
    '?>',
  ],
  ...['\n', '\r\n', '\t', '\0', '\u001b[2J', '\u0085', '\u2028', '\u202e', '\ufeff', '\u200d'],
  ...[
    'é',
    '漢',
    '👩‍👩‍👧',
    '\ud800',
    '\udc00',
    '</script>',
    '<!--',
    '//',
    '/*',
    "'''",
    '&',
    '=',
    '+',
  ],
] as const;

const text = fc
  .array(fc.oneof(fc.constantFrom(...AWKWARD), fc.string({ unit: 'binary' })), { maxLength: 8 })
  .map((pieces) => pieces.join(''));

/** A header’s value as it may stand: nothing that ends a line, no space around it. */
const headerValue = text.map((value) =>
  value
    .toWellFormed()
    .replace(/[\p{Cc}]/gu, '')
    .trim(),
);

const requests = fc.record({
  method: fc.constantFrom('POST', 'PUT', 'PATCH', 'DELETE'),
  path: text.map((value) => `/${encodeURIComponent(value.toWellFormed())}`),
  // Half escaped at best, as pages write it.
  query: text.map((value) => `?a[0]={"b":"${value.toWellFormed().replaceAll('#', '')}"}`),
  value: headerValue,
  type: fc.constantFrom('application/json', 'text/plain;charset=UTF-8', null),
  body: fc.oneof(text, fc.json()),
});

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly value: string;
  readonly type: string | null;
  readonly body: string;
}

function exchangeRequest({ method, path, query, value, type, body }: Asked): Exchange['request'] {
  return {
    method,
    url: receiver.origin + path + query,
    headers: [
      { name: 'X-Asked', value },
      ...(type === null ? [] : [{ name: 'Content-Type', value: type }]),
    ],
    body: body === '' ? { text: null, missing: 'none' } : { text: body },
  };
}

/** What a browser puts on the wire for the request. */
function onTheWire({ method, path, query, value, type, body }: Asked) {
  const { pathname, search } = new URL(receiver.origin + path + query);
  return {
    method,
    url: pathname + search,
    asked: Buffer.from(value).toString('latin1'),
    type: type ?? undefined,
    body: Buffer.from(new TextEncoder().encode(body)),
  };
}

function received() {
  return receiver.take().map(({ method, url, headers, body }) => ({
    ...{ method, url, body },
    asked: headers['x-asked'],
    type: headers['content-type'],
  }));
}

const RUNS = [
  ['cURL', curl, (snippets: readonly string[]) => runInShell(snippets.join('\n'))],
  ['Node.js', node, runInNode],
  ['fetch', fetchInPage, runInNode],
  [
    'jQuery (its $.ajax stood in for)',
    jquery,
    (snippets: readonly string[]) => runInNode(snippets, {}, JQUERY_STAND_IN),
  ],
] as const;

// Ten at a time, for a program takes longer to start than to send.
const ten = fc.array(requests, { minLength: 10, maxLength: 10 });

test.each(RUNS)(
  '%s, run: sends the request to the byte',
  async (_, write, run) => {
    await fc.assert(
      fc.asyncProperty(ten, async (asked) => {
        await run(asked.map((one) => write(copiedRequest(exchangeRequest(one), { real: true }))));
        expect(received()).toEqual(asked.map(onTheWire));
      }),
      { numRuns: 5, endOnFailure: true },
    );
  },
  60_000,
);

const HOW = HAS_PHP ? 'run by PHP, its calls written down' : 'parsed, for there is no PHP here';

test.each([
  ['PHP (cURL)', php],
  ['WordPress HTTP API', wordpress],
] as const)(`%s, ${HOW}: asks for the request to the letter`, (_, write) => {
  fc.assert(
    fc.property(requests, (asked) => {
      const read = readPhp(write(copiedRequest(exchangeRequest(asked), { real: true })));
      const wire = onTheWire(asked);
      expect(read.method).toBe(wire.method);
      expect(read.url).toBe(receiver.origin + wire.url);
      expect(read.headers[0]?.replace(/;$/, ': ')).toBe(`X-Asked: ${asked.value}`);
      expect(Buffer.from(read.body ?? '')).toEqual(wire.body);
    }),
    { numRuns: 100 },
  );
});

describe('a request without a body', () => {
  const EMPTY = { path: '/', query: '', value: 'x', type: null, body: '' };

  test.each(RUNS)(
    '%s: a write says that it is empty, a read says nothing',
    async (_, write, run) => {
      const asked = ['POST', 'PUT', 'DELETE', 'GET'].map((method) => ({ ...EMPTY, method }));
      await run(asked.map((one) => write(copiedRequest(exchangeRequest(one), { real: true }))));
      const sent = receiver.take();
      expect(sent.map(({ method }) => method)).toEqual(asked.map(({ method }) => method));
      for (const { method, body, headers } of sent) {
        expect(body.length).toBe(0);
        expect(headers['content-type']).toBeUndefined();
        if (method.startsWith('P')) expect(headers['content-length']).toBe('0');
      }
    },
  );

  test('a HEAD ends, and a body that cannot be sent with a GET is told of', async () => {
    const head = { ...EMPTY, method: 'HEAD' };
    await runInShell(curl(copiedRequest(exchangeRequest(head), { real: true })));
    expect(receiver.take()[0]?.method).toBe('HEAD');
    const withBody = copiedRequest(exchangeRequest({ ...head, method: 'GET', body: 'b' }), {
      real: true,
    });
    await runInShell(curl(withBody));
    expect(receiver.take()[0]?.body.toString()).toBe('b');
    for (const write of [node, fetchInPage, jquery, wordpress]) {
      expect(write(withBody)).toContain('// The body is left out');
    }
  });
});

test.each(['unavailable', 'binary', 'too-large', 'dropped', 'unheard'] as const)(
  'a body that is not to be had (%s) is told of in every language',
  (missing) => {
    const request = copiedRequest(
      { method: 'POST', url: receiver.origin, headers: [], body: { text: null, missing } },
      { real: false },
    );
    for (const write of [curl, node, fetchInPage, jquery, php, wordpress]) {
      expect(write(request)).toMatch(/^(?:<\?php\n)?(?:\/\/.*\n)*(?:\/\/|#) .*\bbody\b/);
    }
  },
);
