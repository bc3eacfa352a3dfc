import type { ActDesk } from '../../lib/act-desk.ts';
import { type StoreLock, UNLOCK_MS } from '../../lib/action/host-lock.ts';
import type { UndoRecord } from '../../lib/action/undo-record.ts';
import type { Capture, SeenPage } from '../../lib/capture.ts';
import { type CartNames, labelCart, nameCarts } from '../../lib/cart-names.ts';
import type { FoundKey } from '../../lib/found-key.ts';
import type { FrontEnd } from '../../lib/front-end.ts';
import type { Observing } from '../../lib/glance.ts';
import type { Grant, Host, PopupHost } from '../../lib/host.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import type { Redirect } from '../../lib/http/redirect.ts';
import type { Ask } from '../../lib/log/ask-store.ts';
import { createCartLog } from '../../lib/log/cart-log.ts';
import { cartWithCurrency } from '../../lib/log/lane.ts';
import { readGlance } from '../../lib/log/read-glance.ts';
import { OBSERVING } from '../../lib/optional-permission.ts';
import { type Failure, fail, succeed } from '../../lib/outcome.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings.ts';
import type { SignOrder } from '../../lib/sign-message.ts';
import type {
  CookieChange,
  CookieReading,
  SiteRead,
  StorageReading,
  TabJar,
} from '../../lib/site-data.ts';
import { recipeOf } from '../../lib/snapshot/recipe-of.ts';
import type { Snapshot } from '../../lib/snapshot/snapshot.ts';
import type { StoreRoutes } from '../../lib/store-routes.ts';
import { type CallMarks, putMark } from '../../lib/timeline/call-mark.ts';
import { DEFAULT_VIEW, type TimelineView } from '../../lib/timeline/timeline-view.ts';
import type { WishStatus } from '../../lib/wish.ts';

/** A host without a browser: what a test tells it is what it heard. For tests. */
export interface FakeHost extends Host, PopupHost {
  readonly asked: readonly Ask[];
  readonly reloads: () => number;
  /** Lets captures arrive. */
  hear(captures: readonly Capture[]): void;
  /** Lets the page become another one. */
  show(page: SeenPage): void;
  /** Lets an answer send the tab on to another address. */
  redirect(redirect: Redirect): void;
  /** Lets the wish of the tab go on. */
  follow(status: WishStatus | null): void;
  /** Lets a cookie change: the screen then reads them all anew. */
  changeCookies(cookies: SiteRead<CookieReading>): void;
  changeStorage(storage: SiteRead<StorageReading>): void;
  /** Lets access be given or taken away. */
  changeAccess(access: boolean, grants?: readonly Grant[]): void;
  /** Lets the routes of the store be read. */
  tellRoutes(routes: StoreRoutes): void;
  /** What was given back. */
  readonly revoked: readonly string[];
  /** How often everything was forgotten. */
  readonly forgotten: () => number;
  /** How often an act was to stop. */
  readonly cancelled: () => number;
  /** How often the wish of the tab was to be forgotten: what is under way stops by that, too. */
  readonly dismissed: () => number;
  /** Sign-ins and sign-outs that were sent. */
  readonly signed: readonly SignOrder[];
}

interface FakeOptions {
  readonly tabId?: number | null;
  readonly kept?: readonly Capture[];
  readonly page?: SeenPage | null;
  readonly access?: boolean;
  readonly keys?: readonly FoundKey[];
  readonly wish?: WishStatus | null;
  readonly cookies?: SiteRead<CookieReading>;
  readonly storage?: SiteRead<StorageReading>;
  readonly grants?: readonly Grant[];
  readonly foreign?: readonly Exchange[];
  readonly observing?: Observing;
  readonly frontEnds?: readonly FrontEnd[];
  /** By tab. */
  readonly jars?: Readonly<Record<string, TabJar>>;
  /** Captures of other tabs. */
  readonly elsewhere?: readonly Capture[];
  readonly snapshots?: readonly Snapshot[];
  /** Automatic snapshots that gave way. */
  readonly droppedSnapshots?: number;
  /** Why no snapshot can be kept. */
  readonly noRoom?: Failure;
  /** Routes of every store, as they were read before. */
  readonly routes?: StoreRoutes | null;
  /** What brings back the keys of the tab. */
  readonly keyUndo?: Awaited<ReturnType<Host['readKeyUndo']>>;
  /** How every wish ends. */
  readonly outcome?: Awaited<ReturnType<Host['perform']>>;
  readonly lock?: StoreLock;
  readonly settings?: Settings;
  readonly undos?: readonly UndoRecord[];
  readonly timelineView?: TimelineView;
}

export function createFakeHost(options: FakeOptions = {}): FakeHost {
  const {
    tabId = 1,
    kept = [],
    page = null,
    keys = [],
    wish = null,
    elsewhere = [],
    foreign = [],
    jars = {},
    routes = null,
  } = options;
  let { access = false, grants = [], cookies = NONE, storage = NONE } = options;
  let { frontEnds = [], observing = NOT_OBSERVING } = options;
  const outcome = options.outcome ?? { ok: true, value: 'done' };
  const captures = createListeners<readonly Capture[]>();
  const pages = createListeners<SeenPage>();
  const redirects = createListeners<Redirect>();
  const wishes = createListeners<WishStatus | null>();
  const heard = [...kept];
  const signed: SignOrder[] = [];
  const asked: Ask[] = [];
  const cookieChanges = createListeners<CookieChange>();
  const accessChanges = createListeners<void>();
  const routesRead = createListeners<StoreRoutes>();
  const forgettings = createListeners<void>();
  const frontEndChanges = createListeners<readonly FrontEnd[]>();
  const revoked: string[] = [];
  const namings = createListeners<CartNames>();
  let names: CartNames = {};
  const guardChanges = createListeners<void>();
  let { lock = { is: 'open' }, settings = DEFAULT_SETTINGS } = options;
  let cancelled = 0;
  let dismissed = 0;
  const changeLock = (next: StoreLock) => {
    lock = next;
    guardChanges.tell();
  };
  const desk: ActDesk = {
    readGuard: async (origin) => ({ origin, lock, settings }),
    watchGuard: guardChanges.watch,
    unlock: async () => changeLock({ is: 'unlocked', until: Date.now() + UNLOCK_MS }),
    lock: async () => changeLock({ is: 'locked' }),
    async putSettings(next) {
      settings = next;
      guardChanges.tell();
    },
    readUndos: async () => options.undos ?? [],
    async cancel() {
      cancelled += 1;
    },
    async sign(order) {
      signed.push(order);
      return { ok: true, value: null };
    },
  };
  let snapshots = options.snapshots ?? [];
  const shelf = createListeners<void>();
  const changeSnapshots = (next: readonly Snapshot[]) => {
    snapshots = next;
    shelf.tell();
    return { ok: true, value: null } as const;
  };
  const cartOf = (laneId: string) => {
    const log = createCartLog();
    log.add(heard);
    const lane = log.lanes.value.find(({ id }) => id === laneId);
    return lane ? cartWithCurrency(lane) : null;
  };
  let { timelineView = DEFAULT_VIEW } = options;
  let marks: CallMarks = {};
  const markings = createListeners<CallMarks>();
  let reloads = 0;
  let forgotten = 0;
  return {
    tabId,
    asked,
    reloads: () => reloads,
    hear: (news) => {
      heard.push(...news);
      captures.tell(news);
    },
    show: pages.tell,
    follow: wishes.tell,
    readKept: async () => ({
      newest: [...heard],
      readOlder: async () => ({ dropped: NOTHING_DROPPED, parts: [] }),
    }),
    watchCaptures: captures.watch,
    readGlance: async () => readGlance(heard, page, keys, { observing, frontEnds }),
    readCart: async (laneId) => cartOf(laneId),
    async readRecipe(laneId) {
      const cart = cartOf(laneId);
      return cart ? succeed(recipeOf(cart)) : fail('It is gone.', 'It gave way.', 'Refresh.');
    },
    watchGlance: (listener) => captures.watch(listener),
    readKeys: async () => keys,
    hasAccess: async () => access,
    perform: async (pressed, origins, reason, secret) => {
      asked.push({ wish: pressed, origins, reason, ...(secret !== undefined && { secret }) });
      return outcome;
    },
    readWish: async () => wish,
    watchWish: wishes.watch,
    async dismissWish() {
      dismissed += 1;
    },
    openActDesk: async () => desk,
    cancelled: () => cancelled,
    dismissed: () => dismissed,
    signed,
    readGrants: async () => grants,
    revoke: async (pattern) => {
      revoked.push(pattern);
      if (pattern === OBSERVING) observing = NOT_OBSERVING;
      grants = grants.filter((grant) => grant.pattern !== pattern);
    },
    revoked,
    forgotten: () => forgotten,
    changeCookies(next) {
      cookies = next;
      const at = Date.now();
      const change = { name: '', domain: '', jar: '0', removed: false, cause: 'explicit', at };
      cookieChanges.tell(change);
    },
    changeStorage(next) {
      storage = next;
    },
    changeAccess(given, now = grants) {
      access = given;
      grants = now;
      accessChanges.tell();
    },
    readForeign: () => foreign,
    watchForeign: () => () => {},
    readEveryCapture: async () => [...heard, ...elsewhere],
    watchEveryCapture: captures.watch,
    readJars: async () => jars,
    async nameCarts(_, keys) {
      names = nameCarts(names, keys);
      return names;
    },
    async labelCart(_, key, label) {
      names = labelCart(names, key, label);
      namings.tell(names);
    },
    watchCartNames: (_, listener) => namings.watch(listener),
    readCookies: async () => (access ? cookies : NONE),
    watchCookies: cookieChanges.watch,
    readStorage: async () => (access ? storage : NONE),
    watchAccess: accessChanges.watch,
    readFrontEnds: async () => frontEnds,
    watchFrontEnds: frontEndChanges.watch,
    async mapFrontEnd(frontEnd) {
      frontEnds = [...frontEnds.filter(({ origin }) => origin !== frontEnd.origin), frontEnd];
      frontEndChanges.tell(frontEnds);
    },
    async unmapFrontEnd(origin) {
      frontEnds = frontEnds.filter((frontEnd) => frontEnd.origin !== origin);
      frontEndChanges.tell(frontEnds);
    },
    readRoutes: async () => routes,
    watchRoutes: (_, listener) => routesRead.watch(listener),
    tellRoutes: routesRead.tell,
    async forgetCaptures(ids) {
      heard.splice(0, heard.length, ...heard.filter(({ exchange }) => !ids.includes(exchange.id)));
    },
    async forgetEverything() {
      forgotten += 1;
      heard.length = 0;
      forgettings.tell();
      return { ok: true, value: null };
    },
    watchForgotten: forgettings.watch,
    openSnapshots: async () => ({
      readSnapshots: async () => ({ snapshots, dropped: options.droppedSnapshots ?? 0 }),
      putSnapshot: async (snapshot) =>
        options.noRoom
          ? { ok: false, failure: options.noRoom }
          : changeSnapshots([snapshot, ...snapshots]),
      renameSnapshot: async (id, name) =>
        changeSnapshots(
          snapshots.map((one) => (one.id === id ? { ...one, name, automatic: false } : one)),
        ),
      deleteSnapshot: async (id) => changeSnapshots(snapshots.filter((one) => one.id !== id)),
      watchSnapshots: shelf.watch,
    }),
    openTimeline: async () => ({
      readView: async () => timelineView,
      async putView(view) {
        timelineView = view;
      },
      readMarks: async () => marks,
      async markCall(callId, mark) {
        marks = putMark(marks, callId, mark);
        markings.tell(marks);
      },
      watchMarks: markings.watch,
    }),
    readKeyUndo: async () => options.keyUndo ?? null,
    watchKeyUndo: () => () => {},
    reload: () => {
      reloads += 1;
    },
    readPage: async () => page,
    watchPage: pages.watch,
    watchRedirects: redirects.watch,
    redirect: redirects.tell,
  };
}

const NOTHING_DROPPED = { bodies: 0, captures: 0, bytes: 0 };

const NONE = { is: 'no-access' } as const;

const NOT_OBSERVING: Observing = { state: 'off', missing: [] };

function createListeners<T>() {
  const listeners = new Set<(told: T) => void>();
  return {
    tell: (told: T) => {
      for (const listener of listeners) listener(told);
    },
    watch: (listener: (told: T) => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
