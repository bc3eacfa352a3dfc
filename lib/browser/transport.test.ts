import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { sendGet } from './transport.ts';

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
