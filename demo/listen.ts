import { serve } from '@hono/node-server';
import type { Hono } from 'hono';

/** A server on the loopback. */
export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves an app on 127.0.0.1; port 0 takes a free one. Rejects with EADDRINUSE when the port is taken. */
export function listen(app: Hono, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, (info) => {
      resolve({
        port: info.port,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
    server.once('error', reject);
  });
}

/** As `listen`, but takes a free port when the wanted one is taken. */
export async function listenNear(app: Hono, port: number): Promise<Listening> {
  try {
    return await listen(app, port);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      return listen(app, 0);
    }
    throw error;
  }
}
