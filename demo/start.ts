import { frontEndApp } from './front-end/front-end-app.ts';
import { listen, listenNear } from './listen.ts';
import { type LoggedRequest, RequestLog } from './request-log.ts';
import { shopApp } from './shop/shop-app.ts';
import type { ShopChoices, ShopStore } from './shop/shop-page.ts';
import { DEFAULT_OPTIONS, DemoStore, type StoreOptions } from './store/demo-store.ts';
import type { Faults, FaultsChange } from './store/faults.ts';
import { fillCart, type WantedLine } from './store/fill-cart.ts';
import { apiBase } from './store/rest-headers.ts';
import { storeApp } from './store/store-app.ts';

export type { LoggedRequest } from './request-log.ts';
export type { Generation, StoreOptions } from './store/demo-store.ts';
export type { Faults } from './store/faults.ts';
export type { WantedLine } from './store/fill-cart.ts';

/** A store that is being served. */
export interface RunningStore {
  /** `http://localhost:PORT`, without a slash at its end. */
  readonly origin: string;
  /** The origin and where the site lies below it. */
  readonly siteUrl: string;
  /** The REST base with a slash at its end. */
  readonly api: string;
  readonly store: DemoStore;
  /** Every request that reached the store, oldest first. */
  readonly requests: readonly LoggedRequest[];
  /** Those of them that went to a CoCart route. */
  readonly apiRequests: readonly LoggedRequest[];
  clearRequests(): void;
  setFaults(change: FaultsChange): Faults;
  /** Makes a guest's cart with these lines, with no request; gives its key. */
  makeCart(lines: readonly WantedLine[]): string;
  /** Takes the store off the network; the answer puts it back at the same address. */
  unplug(): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** Serves one store; port 0 takes a free one, a taken port gives way to a free one. */
export async function startStore(
  options: Partial<StoreOptions> = {},
  port = 0,
): Promise<RunningStore> {
  const store = new DemoStore({ ...DEFAULT_OPTIONS, ...options });
  const log = new RequestLog();
  const app = storeApp(store, log);
  let listening = await listenNear(app, port);
  const origin = `http://localhost:${listening.port}`;
  store.siteUrl = origin + store.options.basePath;
  return {
    origin,
    siteUrl: store.siteUrl,
    api: apiBase(store),
    store,
    get requests() {
      return log.entries;
    },
    get apiRequests() {
      return log.api;
    },
    clearRequests: () => log.clear(),
    makeCart(lines) {
      const key = store.newGuestKey('api');
      fillCart(store, key, lines);
      return key;
    },
    setFaults(change) {
      store.setFaults(change);
      return store.faults;
    },
    async unplug() {
      await listening.close();
      return async () => {
        listening = await listen(app, listening.port);
      };
    },
    close: () => listening.close(),
  };
}

/** A headless shop that is being served. */
export interface RunningShop {
  /** `http://127.0.0.1:PORT`: another host than the stores', so that no cookie of theirs comes here. */
  readonly origin: string;
  readonly requests: readonly LoggedRequest[];
  close(): Promise<void>;
}

/** Serves the headless shop of some stores. */
export async function startShop(
  stores: readonly RunningStore[],
  choices: Partial<Omit<ShopChoices, 'stores'>> = {},
  port = 0,
): Promise<RunningShop> {
  const log = new RequestLog();
  const shown = stores.map(
    (running): ShopStore => ({
      name: `CoCart ${running.store.version}`,
      api: running.api,
      namespace: running.store.options.namespace,
    }),
  );
  const app = shopApp(
    { stores: shown, storage: 'localStorage', transport: 'query', keyFrom: 'body', ...choices },
    log,
  );
  const listening = await listenNear(app, port);
  return {
    origin: `http://127.0.0.1:${listening.port}`,
    get requests() {
      return log.entries;
    },
    close: () => listening.close(),
  };
}

/** A front end that asks a store on its own server, being served. */
export interface RunningFrontEnd {
  /** `http://127.0.0.1:PORT`, like the headless shop's; it answers as `localhost`, too. */
  readonly origin: string;
  readonly requests: readonly LoggedRequest[];
  close(): Promise<void>;
}

/** Serves a front end of a store, with a page that holds the shop in a frame. */
export async function startFrontEnd(
  { api, store }: RunningStore,
  shop: RunningShop,
  port = 0,
): Promise<RunningFrontEnd> {
  const log = new RequestLog();
  const storeApi = `${api}${store.options.namespace}/v2/`;
  const app = frontEndApp({ storeApi, shopOrigin: shop.origin }, log);
  const listening = await listenNear(app, port);
  return {
    origin: `http://127.0.0.1:${listening.port}`,
    get requests() {
      return log.entries;
    },
    close: () => listening.close(),
  };
}

export interface DemoOptions extends Partial<StoreOptions> {
  /** A second store of this generation, which the shop's "read two stores" reads too. */
  readonly alongside?: StoreOptions['generation'];
  readonly storePort?: number;
  readonly secondPort?: number;
  readonly shopPort?: number;
  readonly frontEndPort?: number;
  readonly keyTransport?: ShopChoices['transport'];
  readonly keyStorage?: ShopChoices['storage'];
  readonly keyFrom?: ShopChoices['keyFrom'];
}

export interface RunningDemo extends Omit<RunningStore, 'origin' | 'close'> {
  readonly storeOrigin: string;
  readonly shopOrigin: string;
  readonly shop: RunningShop;
  readonly frontEnd: RunningFrontEnd;
  /** The second store, when one was asked for. */
  readonly second: RunningStore | null;
  close(): Promise<void>;
}

/** A store, its headless shop and its front end, and perhaps a second store, all on the loopback. */
export async function startDemo(options: DemoOptions = {}): Promise<RunningDemo> {
  const {
    alongside,
    storePort = 0,
    secondPort = 0,
    shopPort = 0,
    frontEndPort = 0,
    keyTransport = 'query',
    keyStorage = 'localStorage',
    keyFrom = 'body',
    ...storeOptions
  } = options;
  const main = await startStore(storeOptions, storePort);
  const second =
    alongside === undefined
      ? null
      : await startStore({ ...storeOptions, generation: alongside }, secondPort);
  const stores = second === null ? [main] : [main, second];
  const choices = { transport: keyTransport, storage: keyStorage, keyFrom };
  const shop = await startShop(stores, choices, shopPort);
  const frontEnd = await startFrontEnd(main, shop, frontEndPort);
  return {
    storeOrigin: main.origin,
    shopOrigin: shop.origin,
    siteUrl: main.siteUrl,
    api: main.api,
    store: main.store,
    shop,
    frontEnd,
    second,
    get requests() {
      return main.requests;
    },
    get apiRequests() {
      return main.apiRequests;
    },
    clearRequests: main.clearRequests,
    setFaults: main.setFaults,
    makeCart: main.makeCart,
    unplug: main.unplug,
    async close() {
      await Promise.all([main.close(), second?.close(), shop.close(), frontEnd.close()]);
    },
  };
}
