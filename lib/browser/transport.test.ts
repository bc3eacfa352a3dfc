import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Exchange } from '../http/exchange.ts';
import { sendGet, sendRequest } from './transport.ts';

let server: Server | undefined;

async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  const address = started.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

afterEach(() => server?.close());

describe('sendGet', () => {
  it('returns what came back, an error of the store included', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(403, { 'content-type': 'application/json', 'cocart-version': '4.3.6' });
      response.end('{"code":"cocart_no"}');
    });
    const answer = await sendGet({ url: `${origin}/cart`, credentials: 'omit' });
    expect(answer).toMatchObject({
      ok: true,
      value: {
        sender: 'extension',
        request: { method: 'GET', url: `${origin}/cart` },
        response: { status: 403, body: { text: '{"code":"cocart_no"}' }, fromCache: false },
      },
    });
    if (answer.ok) {
      expect(answer.value.response.headers).toContainEqual({
        name: 'cocart-version',
        value: '4.3.6',
      });
      expect(answer.value.response).not.toHaveProperty('redirectedTo');
    }
  });

  it('follows a redirect and tells of it', async () => {
    const origin = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new' }).end();
      else response.end('[]');
    });
    const answer = await sendGet({ url: `${origin}/old`, credentials: 'omit' });
    expect(answer).toMatchObject({
      ok: true,
      value: { request: { url: `${origin}/old` }, response: { redirectedTo: `${origin}/new` } },
    });
  });

  it('says that nothing came', async () => {
    const origin = await serve((request) => request.destroy());
    expect(await sendGet({ url: `${origin}/cart`, credentials: 'omit' })).toMatchObject({
      ok: false,
      failure: { what: `${origin} could not be reached.` },
    });
  });

  it('stops reading where bodies are no longer kept', async () => {
    const origin = await serve((_, response) => {
      const chunk = Buffer.alloc(1024 * 1024, ' ');
      const write = () => {
        if (!response.destroyed) response.write(chunk, () => setImmediate(write));
      };
      write();
    });
    expect(await sendGet({ url: `${origin}/cart`, credentials: 'omit' })).toMatchObject({
      ok: true,
      value: { response: { body: { text: null, missing: 'too-large' } } },
    });
  });
});

describe('sendRequest', () => {
  it('sends a write as it stands', async () => {
    const seen: string[] = [];
    const origin = await serve(async (request, response) => {
      request.setEncoding('utf8');
      for await (const part of request) seen.push(`${request.method} ${request.url} ${part}`);
      response.end('[]');
    });
    const answer = await sendRequest({
      ...{ method: 'POST', url: `${origin}/cart/item/a`, credentials: 'omit' },
      headers: [{ name: 'Content-Type', value: 'application/json' }],
      body: '{"quantity":"2"}',
    });
    expect(seen).toEqual(['POST /cart/item/a {"quantity":"2"}']);
    expect(answer).toMatchObject({
      ok: true,
      value: { request: { method: 'POST', body: { text: '{"quantity":"2"}' } } },
    });
  });

  it('goes with a write to the address that was shown, or nowhere', async () => {
    const seen: string[] = [];
    const origin = await serve((request, response) => {
      seen.push(`${request.method} ${request.url}`);
      response.writeHead(301, { location: '/elsewhere' }).end();
    });
    const url = `${origin}/cart/clear`;
    const request = { headers: [], body: null, credentials: 'omit' } as const;
    expect(await sendRequest({ ...request, method: 'POST', url })).toMatchObject({
      ok: false,
      failure: { what: `${origin} answered with a redirect.` },
    });
    expect(seen).toEqual(['POST /cart/clear']);
  });

  it('follows no redirect with a GET that writes, and tells the attempt as answered with one', async () => {
    const seen: string[] = [];
    const origin = await serve((request, response) => {
      seen.push(`${request.method} ${request.url}`);
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    const kept: Exchange[] = [];
    const url = `${origin}/item?cart_item_key=a`;
    const answer = await sendRequest(
      { method: 'GET', url, headers: [], body: null, credentials: 'omit', writes: true },
      async (exchange) => void kept.push(exchange),
    );
    expect(answer.ok).toBe(false);
    expect(seen).toEqual(['GET /item?cart_item_key=a']);
    expect(kept).toMatchObject([
      { request: { url }, response: { status: 0, body: { missing: 'redirect' } } },
    ]);
  });

  it('waits no longer than its time, and tells what went out', async () => {
    const origin = await serve(() => {});
    const kept: Exchange[] = [];
    const answer = await sendRequest(
      { method: 'POST', url: `${origin}/a`, headers: [], body: '{}', credentials: 'omit' },
      async (exchange) => void kept.push(exchange),
      50,
    );
    expect(answer).toMatchObject({
      ok: false,
      failure: { what: `${origin} did not answer.`, todo: expect.stringMatching(/may have taken/) },
    });
    expect(kept).toMatchObject([
      {
        request: { body: { text: '{}' } },
        response: { status: 0, body: { missing: 'unavailable' } },
      },
    ]);
  });

  describe('where the browser says that it is offline', () => {
    const post = async (url: string, kept: Exchange[], timeout?: number) =>
      sendRequest(
        { method: 'POST', url, headers: [], body: '{}', credentials: 'omit' },
        async (exchange) => void kept.push(exchange),
        timeout,
      );
    afterEach(() => vi.unstubAllGlobals());

    it('says so, and tells no attempt: nothing went out', async () => {
      vi.stubGlobal('navigator', { onLine: false });
      vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
      const kept: Exchange[] = [];
      const answer = await post('https://shop.example/cart', kept);
      expect(answer).toMatchObject({ failure: { what: 'This browser is offline.' } });
      expect(kept).toEqual([]);
    });

    it('tells an attempt whose connection was lost on the way', async () => {
      vi.stubGlobal('navigator', { onLine: true });
      vi.stubGlobal('fetch', () => {
        vi.stubGlobal('navigator', { onLine: false });
        return Promise.reject(new TypeError('Failed to fetch'));
      });
      const kept: Exchange[] = [];
      const answer = await post('https://shop.example/cart', kept);
      expect(answer).toMatchObject({
        failure: { what: 'https://shop.example could not be reached.' },
      });
      expect(kept).toHaveLength(1);
    });

    it('tells what a store on this machine did not answer: it is reached all the same', async () => {
      vi.stubGlobal('navigator', { onLine: false });
      const origin = await serve((request) => request.destroy());
      const kept: Exchange[] = [];
      expect(await post(`${origin}/cart`, kept)).toMatchObject({
        failure: { what: `${origin} could not be reached.` },
      });
      expect(kept).toHaveLength(1);
    });

    it('tells what was waited for in vain: it does not know every network', async () => {
      vi.stubGlobal('navigator', { onLine: false });
      vi.stubGlobal('fetch', () => Promise.reject(new DOMException('', 'TimeoutError')));
      const kept: Exchange[] = [];
      expect(await post('https://shop.example/cart', kept, 50)).toMatchObject({
        failure: { what: 'https://shop.example did not answer.' },
      });
      expect(kept).toHaveLength(1);
    });
  });

  it('tells an answer that is cut off as one, which a write may have been taken by', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"cart_hash":', () => response.destroy());
    });
    const kept: Exchange[] = [];
    const request = { url: `${origin}/a`, headers: [], credentials: 'omit' } as const;
    const written = await sendRequest(
      { ...request, method: 'POST', body: '{}' },
      async (exchange) => void kept.push(exchange),
    );
    expect(written).toMatchObject({
      failure: {
        what: `${origin} broke its answer off.`,
        todo: expect.stringMatching(/may have taken the write: refresh/),
      },
    });
    expect(kept).toHaveLength(1);
    expect(await sendRequest({ ...request, method: 'GET', body: null })).toMatchObject({
      failure: { todo: expect.not.stringMatching(/may have taken/) },
    });
  });

  it('says what the store did where the attempt could not be kept', async () => {
    const origin = await serve((request) => request.destroy());
    const answer = await sendRequest(
      { method: 'POST', url: `${origin}/a`, headers: [], body: '{}', credentials: 'omit' },
      () => Promise.reject(new Error('The storage is full.')),
    );
    expect(answer).toMatchObject({ failure: { what: `${origin} could not be reached.` } });
  });
});
