import { createServer, type ServerResponse } from 'node:http';
import { afterAll, beforeAll } from 'vitest';

/** A server that answers as a test says, as if it were a store. */
export interface AnswerServer {
  readonly origin: string;
  /** What `GET` of this path is answered with from now on. */
  answer(path: string, body: string, status?: number): void;
  /** Lets `GET` of this path wait; the function that comes back answers it. */
  hold(path: string): (body: string) => void;
}

/** Serves answers for the tests of one file; any other address is an empty page. */
export function useAnswers(): () => AnswerServer {
  const answers = new Map<string, (response: ServerResponse) => void>();
  const server = createServer((request, response) => {
    const answer = answers.get(request.url ?? '');
    if (answer) return answer(response);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end('<!doctype html><title>A shop</title><link rel="icon" href="data:,">');
  });
  let origin = '';

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('No port was given.');
    origin = `http://localhost:${address.port}`;
  });

  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  return () => ({
    origin,
    answer(path, body, status = 200) {
      answers.set(path, (response) => send(response, body, status));
    },
    hold(path) {
      const { promise, resolve } = Promise.withResolvers<string>();
      answers.set(path, (response) => {
        void promise.then((body) => send(response, body, 200));
      });
      return resolve;
    },
  });
}

function send(response: ServerResponse, body: string, status: number): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=UTF-8' });
  response.end(body);
}
