import type { Act, ActReport } from '../../lib/action/act.ts';
import type { CartWrite } from '../../lib/action/cart-write.ts';
import { runAct } from '../../lib/action/run-act.ts';
import type { WriteRequest } from '../../lib/action/write-request.ts';
import type { WriteTarget } from '../../lib/action/write-target.ts';
import type { Cart } from '../../lib/cart/cart.ts';
import { readExchange } from '../../lib/cocart/read-exchange.ts';
import type { ApiVersion } from '../../lib/cocart/reading.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import type { Outcome } from '../../lib/outcome.ts';
import { succeed } from '../../lib/outcome.ts';
import type { RunningStore } from '../start.ts';

/** Where and as whom a test acts on a demo store. */
export function targetOf(store: RunningStore, key: string, api: ApiVersion = 'v2'): WriteTarget {
  const restRoot = store.api;
  const version = store.store.options.generation === '3.0' ? null : '4.3.6';
  return {
    store: { origin: store.origin, restRoot, namespace: store.store.options.namespace },
    ...{ api, version, key, routes: null },
  };
}

/** Carries out writes on a demo store as the background does, with Node's `fetch`. */
export function act(
  target: WriteTarget,
  writes: readonly CartWrite[],
  options: Partial<Pick<Act, 'destroys' | 'rebuild'>> & {
    cancelAfter?: number;
    /** Stands in for the wait that a store asked for. */
    waitUntil?: (until: number) => Promise<void>;
    /** Hears every exchange with the store, as the captures do. */
    keep?: (exchange: Exchange) => void;
  } = {},
): Promise<Outcome<ActReport>> {
  let sent = 0;
  return runAct(
    {
      ...{ target, writes, title: 'A test', destroys: options.destroys ?? false },
      rebuild: options.rebuild,
    },
    {
      send: sendByNode,
      keep: async (exchange) => options.keep?.(exchange),
      keepUndo: async () => succeed({ id: 'undo' }),
      note: async (done) => {
        sent = done;
      },
      waitUntil: options.waitUntil ?? (async () => {}),
      isCancelled: async () => sent >= (options.cancelAfter ?? Number.POSITIVE_INFINITY),
    },
  );
}

/** The cart as it stands, read by its key. */
export async function cartNow({ store, key }: WriteTarget): Promise<Cart> {
  const url = `${store.restRoot}${store.namespace}/v2/cart?cart_key=${key}`;
  const answer = await sendByNode({
    method: 'GET',
    url,
    headers: [],
    body: null,
    credentials: 'omit',
  });
  const cart = answer.ok ? readExchange(answer.value).cart : null;
  if (!cart) throw new Error('The demo store gave no cart.');
  return cart;
}

/** Sends a request as the background does, with Node’s `fetch`. */
export async function sendByNode(request: WriteRequest): Promise<Outcome<Exchange>> {
  const { method, url, headers, body } = request;
  const startedAt = Date.now();
  const response = await fetch(url, {
    method,
    headers: headers.map(({ name, value }): [string, string] => [name, value]),
    body,
  });
  return succeed({
    id: crypto.randomUUID(),
    startedAt,
    durationMs: Date.now() - startedAt,
    sender: 'extension',
    request: {
      method,
      url,
      headers,
      body: body === null ? { text: null, missing: 'none' } : { text: body },
    },
    response: {
      status: response.status,
      headers: [...response.headers].map(([name, value]) => ({ name, value })),
      body: { text: await response.text() },
      fromCache: false,
    },
  });
}
