import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
  const [one, ...more] = receiver.take();
  expect(more).toEqual([]);
  return (
    one && {
      ...{ method: one.method, url: one.url, body: one.body },
      asked: one.headers['x-asked'],
      type: one.headers['content-type'],
    }
  );
}

const RUNS = [
  ['cURL', curl, (snippet: string) => runInShell(snippet)],
  ['Node.js', node, (snippet: string) => runInNode(snippet)],
  ['fetch', fetchInPage, (snippet: string) => runInNode(snippet)],
  [
    'jQuery (its $.ajax stood in for)',
    jquery,
    (snippet: string) => runInNode(snippet, {}, JQUERY_STAND_IN),
  ],
] as const;

test.each(RUNS)(
  '%s, run: sends the request to the byte',
  async (_, write, run) => {
    await fc.assert(
      fc.asyncProperty(requests, async (asked) => {
        await run(write(copiedRequest(exchangeRequest(asked), { real: true })));
        expect(received()).toEqual(onTheWire(asked));
      }),
      { numRuns: 25 },
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
  test.each(RUNS)(
    '%s: a write says that it is empty, a read says nothing',
    async (_, write, run) => {
      for (const method of ['POST', 'PUT', 'DELETE', 'GET']) {
        const asked = { method, path: '/', query: '', value: 'x', type: null, body: '' };
        await run(write(copiedRequest(exchangeRequest(asked), { real: true })));
        const [one] = receiver.take();
        expect(one?.method).toBe(method);
        expect(one?.body.length).toBe(0);
        expect(one?.headers['content-type']).toBeUndefined();
        if (/^P/.test(method)) expect(one?.headers['content-length']).toBe('0');
      }
    },
  );

  test('a HEAD ends, and a body that cannot be sent with a GET is told of', async () => {
    const head = { method: 'HEAD', path: '/', query: '', value: 'x', type: null, body: '' };
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
