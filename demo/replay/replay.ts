import { z } from '../../lib/zod.ts';
import { RequestLog } from '../request-log.ts';
import { DEFAULT_OPTIONS, DemoStore, type Generation } from '../store/demo-store.ts';
import { fillCart } from '../store/fill-cart.ts';
import { storeApp } from '../store/store-app.ts';
import { type ComparedAnswer, compareAnswers, type Difference } from './compare.ts';
import type { RecordedExchange } from './recordings.ts';

/** The differences of one exchange of a sequence. */
export interface ReplayedExchange {
  readonly exchange: RecordedExchange;
  readonly differences: readonly Difference[];
}

/** Cart keys and session cookies are drawn by lot, so each recorded one stands for the one that the demo made in its place. */
class Keys {
  readonly #demoKeys = new Map<string, string>();

  learn(recorded: ComparedAnswer, demo: ComparedAnswer): void {
    const theirs = keysIn(recorded);
    const ours = keysIn(demo);
    for (const [place, key] of theirs) {
      const own = ours.get(place);
      if (own !== undefined && !this.#demoKeys.has(key)) this.#demoKeys.set(key, own);
    }
  }

  toDemo(text: string): string {
    return this.#replace(text, [...this.#demoKeys]);
  }

  toRecorded(text: string): string {
    return this.#replace(
      text,
      [...this.#demoKeys].map(([recorded, demo]): [string, string] => [demo, recorded]),
    );
  }

  #replace(text: string, pairs: readonly [string, string][]): string {
    return pairs
      .filter(([from, to]) => from !== to && from.length > 8)
      .toSorted(([a], [b]) => b.length - a.length)
      .reduce((done, [from, to]) => done.replaceAll(from, to), text);
  }
}

/** The keys that an answer names, by the place that names them. */
function keysIn(answer: ComparedAnswer): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of answer.headers) {
    if (name === 'cocart-api-cart-key' || name === 'x-cocart-api') found.set(name, value);
    const cookie = /^wp_\w+_session_\w+=(([\w-]+)%7C[^;]+)/.exec(value);
    if (name !== 'set-cookie' || cookie === null) continue;
    found.set('cookie', cookie[1] ?? '');
    found.set('key in cookie', cookie[2] ?? '');
  }
  const inBody = /"cart_key":"([\w-]+)"/.exec(answer.body)?.[1];
  if (inBody !== undefined && !answer.body.startsWith('[')) found.set('body', inBody);
  return found;
}

/** When the recorded answer was made; the replay answers at that very time, so that expiries agree. */
function timeOf(exchange: RecordedExchange): number {
  const date = exchange.response.headers.find(([name]) => name === 'date')?.[1];
  return date === undefined ? 0 : Date.parse(date);
}

const LargeCart = z.object({
  cart_key: z.string(),
  items: z.array(z.object({ id: z.number(), quantity: z.object({ value: z.number() }) })),
});

/** How the large cart was filled is not recorded: it is filled with what the recorded answer holds. */
function fill(store: DemoStore, exchange: RecordedExchange): void {
  const recorded = LargeCart.safeParse(JSON.parse(exchange.response.body));
  if (!recorded.success) return;
  const { cart_key: key, items } = recorded.data;
  fillCart(
    store,
    key,
    items.map(({ id, quantity }) => ({ id, quantity: quantity.value })),
  );
}

/** Sends a recorded sequence to a new demo store of that generation and compares answer by answer. */
export async function replay(
  exchanges: readonly RecordedExchange[],
  generation: Generation,
  setTime: (ms: number) => void,
): Promise<ReplayedExchange[]> {
  const store = new DemoStore({
    ...DEFAULT_OPTIONS,
    generation,
    cors: 'recorded',
    oddNames: false,
  });
  const first = exchanges[0];
  if (first === undefined) return [];
  store.siteUrl = new URL(first.request.url).origin;
  const app = storeApp(store, new RequestLog());
  const keys = new Keys();
  const replayed: ReplayedExchange[] = [];
  for (const exchange of exchanges) {
    setTime(timeOf(exchange));
    if (exchange.scenario === 'large-cart') fill(store, exchange);
    const { method, url, headers, body } = exchange.request;
    const sent = Object.entries(headers).map(([name, value]): [string, string] => [
      name,
      keys.toDemo(value),
    ]);
    const response = await app.request(keys.toDemo(url), {
      method,
      headers: sent,
      ...(body !== undefined && { body: keys.toDemo(body) }),
    });
    const demo: ComparedAnswer = {
      status: response.status,
      headers: [...response.headers],
      body: await response.text(),
    };
    keys.learn(exchange.response, demo);
    const mapped = {
      ...demo,
      headers: demo.headers.map(([name, value]) => [name, keys.toRecorded(value)] as const),
      body: keys.toRecorded(demo.body),
    };
    replayed.push({ exchange, differences: [...compareAnswers(exchange.response, mapped)] });
  }
  return replayed;
}
