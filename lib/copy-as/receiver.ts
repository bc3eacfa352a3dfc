import { createServer } from 'node:http';

/** A request as it came off the wire. */
export interface Received {
  readonly method: string;
  /** Path and query, to the letter. */
  readonly url: string;
  /** By name in lower case; each value as the bytes that came, one character a byte. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface Receiver {
  readonly origin: string;
  /** Takes what came since it was last asked. */
  take(): readonly Received[];
  close(): Promise<void>;
}

/** For tests: a server that writes down every request to the byte and answers an empty object. */
export async function startReceiver(): Promise<Receiver> {
  let received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
      received.push({
        method: request.method ?? '',
        url: request.url ?? '',
        headers: Object.fromEntries(headers),
        body: Buffer.concat(chunks),
      });
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    take() {
      const taken = received;
      received = [];
      return taken;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
