import { createServer } from 'node:http';

/** A running server of plain pages. */
export interface WebPages {
  /** Scheme, host and port. */
  origin: string;
  close(): Promise<void>;
}

/**
 * Serves pages that are no shop, on a free loopback port: an HTML page with the path as its heading
 * for every address. Each answer sets an HttpOnly cookie.
 */
export async function serveWebPages(): Promise<WebPages> {
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Set-Cookie', 'visited=1; HttpOnly; Path=/');
    response.end(`<!doctype html><title>A page</title><h1>${encodeURI(request.url ?? '')}</h1>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    origin: `http://localhost:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
