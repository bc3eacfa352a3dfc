import { z } from '../../lib/zod.ts';

const CartShape = z.object({
  cart_key: z.string(),
  item_count: z.number(),
  currency: z.object({ currency_code: z.string(), currency_minor_unit: z.number() }),
  totals: z.object({ total: z.string() }),
});

/** What the pages show of a cart. */
export type ShownCart = z.infer<typeof CartShape>;

/** A visitor as the server of the front end knows one: the key stays here. */
export class Visitor {
  readonly #api: string;
  #key: string | null = null;

  constructor(api: string) {
    this.#api = api;
  }

  /** Asks the store for this visitor's cart, and keeps the key that it names. */
  async ask(method: 'GET' | 'POST', route: string, body?: unknown): Promise<Response> {
    const url = new URL(this.#api + route);
    if (this.#key !== null) url.searchParams.set('cart_key', this.#key);
    const answer = await fetch(url, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const cart = CartShape.safeParse(await answer.clone().json());
    if (cart.success) this.#key = cart.data.cart_key;
    return answer;
  }

  /** The cart for a page; null before anything was put into one, so that looking makes none. */
  async cart(): Promise<ShownCart | null> {
    if (this.#key === null) return null;
    const cart = CartShape.safeParse(await (await this.ask('GET', 'cart')).json());
    return cart.success ? cart.data : null;
  }

  /** As a server does that is started anew. */
  forgetKey(): void {
    this.#key = null;
  }
}
