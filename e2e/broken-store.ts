import { createServer } from 'node:http';

/** A server that answers cart addresses with whatever a test puts there. */
export interface BrokenStore {
  /** `http://localhost:PORT` */
  readonly origin: string;
  /** What `/wp-json/cocart/v2/cart` answers from now on. */
  answer(body: string, status?: number, type?: string): void;
  close(): Promise<void>;
}

/** Serves one page, and one cart whose answer can be set. */
export async function serveBrokenStore(): Promise<BrokenStore> {
  let answer = { body: '{}', status: 200, type: 'application/json' };
  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/wp-json/')) {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(
        '<!doctype html><title>A shop</title><link rel="icon" href="data:,"><h1>Shop</h1>',
      );
      return;
    }
    response.statusCode = answer.status;
    response.setHeader('Content-Type', answer.type);
    response.end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    origin: `http://localhost:${address.port}`,
    answer(body, status = 200, type = 'application/json') {
      answer = { body, status, type };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * A cart of v2 with so many lines of a dollar each, small enough for what Firefox's DevTools keep of a
 * body: 1 MB. `more` stands in each line, `rest` in the cart.
 */
export function bigCart(lines: number, more: object = {}, rest: object = {}): string {
  return JSON.stringify({
    cart_key: 'b2b5cb4c45808add43b5394f51a2df5d',
    currency: {
      currency_code: 'USD',
      currency_minor_unit: 2,
      currency_prefix: '$',
      currency_decimal_separator: '.',
    },
    items: Array.from({ length: lines }, (_, at) => ({
      item_key: at.toString(16).padStart(32, '0'),
      id: at + 1,
      name: `Thing ${at + 1}`,
      price: '100',
      quantity: { value: 1 },
      totals: { subtotal: '100', total: 1, tax: 0 },
      ...more,
    })),
    item_count: lines,
    totals: { subtotal: String(lines * 100), total: String(lines * 100) },
    ...rest,
  });
}
