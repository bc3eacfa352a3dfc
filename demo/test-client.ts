import { z } from '../lib/zod.ts';

/** What the tests look at in a v2 cart. */
export const CartShape = z.object({
  cart_key: z.string(),
  currency: z.object({ currency_code: z.string(), currency_minor_unit: z.number() }),
  items: z.array(z.object({ name: z.string(), quantity: z.object({ value: z.number() }) })),
  totals: z.record(z.string(), z.string()),
});
export type CartAnswer = z.infer<typeof CartShape>;

/** A browser's part in these tests: keeps the cookies of one site and sends them back. */
export class Visitor {
  readonly #cookies = new Map<string, string>();
  readonly origin: string;

  constructor(origin: string) {
    this.origin = origin;
  }

  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies;
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    const pairs = [...this.#cookies].map(([name, value]) => `${name}=${value}`);
    if (pairs.length > 0) headers.set('cookie', pairs.join('; '));
    const response = await fetch(this.origin + path, { redirect: 'manual', ...init, headers });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    const name = pair.slice(0, at);
    if (/max-age=0(;|$)/i.test(line)) this.#cookies.delete(name);
    else this.#cookies.set(name, pair.slice(at + 1));
  }

  /** The key in the session cookie, in either format. */
  get sessionKey(): string | undefined {
    const entry = [...this.#cookies].find(([name]) => /_session_/.test(name));
    return entry === undefined ? undefined : decodeURIComponent(entry[1]).split('|')[0];
  }
}

/** Adds a product by the API as a new guest or by key, and gives the cart. */
export async function addByApi(api: string, id: string, key?: string): Promise<CartAnswer> {
  const query = key === undefined ? '' : `?cart_key=${key}`;
  const response = await fetch(`${api}cocart/v2/cart/add-item${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id, quantity: '1' }),
  });
  return CartShape.parse(await response.json());
}
