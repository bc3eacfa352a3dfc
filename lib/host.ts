import type { ActDesk } from './act-desk.ts';
import type { Capture, KeptCaptures, SeenPage } from './capture.ts';
import type { Cart } from './cart/cart.ts';
import type { CartNames } from './cart-names.ts';
import type { StoreAddress } from './cocart/reading.ts';
import type { FoundKey } from './found-key.ts';
import type { FrontEnd } from './front-end.ts';
import type { Glance } from './glance.ts';
import type { Exchange } from './http/exchange.ts';
import type { Redirect } from './http/redirect.ts';
import type { Outcome } from './outcome.ts';
import type { CookieChange, CookieReading, SiteRead, StorageReading, TabJar } from './site-data.ts';
import type { CartRecipe } from './snapshot/cart-recipe.ts';
import type { Snapshot, SnapshotShelf } from './snapshot/snapshot.ts';
import type { StoreRoutes } from './store-routes.ts';
import type { CallMark, CallMarks } from './timeline/call-mark.ts';
import type { TimelineView } from './timeline/timeline-view.ts';
import type { Wish, WishResult, WishStatus } from './wish.ts';

export type { WishResult } from './wish.ts';

type PlaceKeysWish = Extract<Wish, { kind: 'place-keys' }>;

/** Access that was given, to a site or to hear calls as they happen, and what for. */
export interface Grant {
  /** As the browser lists it: `https://shop.example/*`, or `OBSERVING`. */
  readonly pattern: string;
  /** `https://shop.example` */
  readonly origin: string;
  /** When it was asked for, in ms since the epoch; null where it was given in the browser's own settings. */
  readonly at: number | null;
  /** The reason it was asked for with. */
  readonly why: string | null;
}

/**
 * What a screen asks of the browser it runs in. The panel and the popup each get one from
 * `lib/browser`, so that components run the same in both browsers, and in tests without one.
 */
export interface Host {
  /** The tab the screen looks at; null where there is none (a browser page). */
  readonly tabId: number | null;
  /** Captures already kept for this tab. */
  readKept(): Promise<KeptCaptures>;
  /** Tells of captures of this tab as they arrive, from whatever place; returns the way to stop. */
  watchCaptures(listener: (captures: readonly Capture[]) => void): () => void;
  /** Keys that the last look found resting in the browser's cookies and storage, likeliest first. */
  readKeys(): Promise<readonly FoundKey[]>;
  /** True when every one of these origins may be read. */
  hasAccess(origins: readonly string[]): Promise<boolean>;
  /**
   * Carries out a wish; asks for access to the origins it needs first. Has to be called from a press,
   * before anything is awaited. The answer of the store arrives through `watchCaptures` like every other.
   * The secret goes to the background by a message and is not kept with the wish.
   */
  perform(
    wish: Wish,
    origins: readonly string[],
    reason: string,
    secret?: string,
  ): Promise<Outcome<WishResult>>;
  /** The wish of this tab that is waiting, under way, or ended last; null when there is none or it expired. */
  readWish(): Promise<WishStatus | null>;
  /** Tells how the wish of this tab goes on, whoever carries it out; null when it was dismissed. */
  watchWish(listener: (status: WishStatus | null) => void): () => void;
  /** Forgets the wish of this tab. */
  dismissWish(): Promise<void>;
  /** What acting on a store takes; loaded when it is first wanted. */
  openActDesk(): Promise<ActDesk>;
  /** Every site that access was given to. */
  readGrants(): Promise<readonly Grant[]>;
  /** Gives access back. */
  revoke(pattern: string): Promise<void>;
  /** Reloads the page. */
  reload(): void;
  /** The page the tab shows, as far as this screen may know it. */
  readPage(): Promise<SeenPage | null>;
  watchPage(listener: (page: SeenPage) => void): () => void;
  /** Tells of redirects other than CoCart calls', those heard before too; returns the way to stop. */
  watchRedirects(listener: (redirect: Redirect) => void): () => void;
  /** Captures kept of every tab, oldest first: carts of one store are seen across tabs. */
  readEveryCapture(): Promise<readonly Capture[]>;
  watchEveryCapture(listener: (captures: readonly Capture[]) => void): () => void;
  /** In which jar the cookies of these tabs are, by tab; closed ones are left out. */
  readJars(tabIds: readonly number[]): Promise<Readonly<Record<string, TabJar>>>;
  /** Names for a store's carts, new ones behind those that have one; keys in order of first sight. */
  nameCarts(storeId: string, keys: readonly string[]): Promise<CartNames>;
  /** Keeps what a person calls a cart; nothing takes the label away. */
  labelCart(storeId: string, key: string, label: string): Promise<void>;
  watchCartNames(storeId: string, listener: (names: CartNames) => void): () => void;
  /** Calls that carried a session of another cart API, oldest first, without bodies; never kept. */
  readForeign(): readonly Exchange[];
  watchForeign(listener: () => void): () => void;
  /** The cookies of these addresses in the jar of this tab. Needs access; sends nothing. */
  readCookies(urls: readonly string[]): Promise<SiteRead<CookieReading>>;
  /** Tells that a cookie of a granted site changed; returns the way to stop. */
  watchCookies(listener: (change: CookieChange) => void): () => void;
  /** What the page, which has to be of this origin, keeps in its storage. Needs access; sends nothing. */
  readStorage(origin: string): Promise<SiteRead<StorageReading>>;
  /** Tells that access was given or taken away, by whatever way. */
  watchAccess(listener: () => void): () => void;
  /** Which stores a person said stand behind front ends. */
  readFrontEnds(): Promise<readonly FrontEnd[]>;
  /** Tells them all after each change, from whatever screen; returns the way to stop. */
  watchFrontEnds(listener: (frontEnds: readonly FrontEnd[]) => void): () => void;
  /** Keeps which store is behind a front end, in place of what was said before. Sends nothing. */
  mapFrontEnd(frontEnd: FrontEnd): Promise<void>;
  unmapFrontEnd(origin: string): Promise<void>;
  /** The routes of a store as they were last read; null where they were not. Sends nothing. */
  readRoutes(store: StoreAddress): Promise<StoreRoutes | null>;
  /** Tells of a store's routes as they are read; returns the way to stop. */
  watchRoutes(store: StoreAddress, listener: (routes: StoreRoutes) => void): () => void;
  /** What brings back the keys that the page held before they were last changed here. */
  readKeyUndo(): Promise<PlaceKeysWish | null>;
  watchKeyUndo(listener: (wish: PlaceKeysWish | null) => void): () => void;
  /** Forgets these of the captures kept of this tab, and what it had to give up. */
  forgetCaptures(ids: readonly string[]): Promise<void>;
  /** Forgets everything captured, of every tab. */
  forgetEverything(): Promise<Outcome<null>>;
  /** Tells that everything was forgotten, from whatever screen. */
  watchForgotten(listener: () => void): () => void;
  /** The snapshots of this browser; loaded when they are first wanted. */
  openSnapshots(): Promise<SnapshotHost>;
  /** What a person put to the timeline; loaded when it is first wanted. */
  openTimeline(): Promise<TimelineHost>;
}

/** How the timeline was last looked at, and what its calls were marked with. */
export interface TimelineHost {
  readView(): Promise<TimelineView>;
  putView(view: TimelineView): Promise<void>;
  /** Marks of the calls of every tab. */
  readMarks(): Promise<CallMarks>;
  /** Marks a call; a mark without anything in it takes it away. */
  markCall(callId: string, mark: CallMark): Promise<void>;
  /** Tells them all after each change; returns the way to stop. */
  watchMarks(listener: (marks: CallMarks) => void): () => void;
}

/** Named carts that outlive the browser session. */
export interface SnapshotHost {
  readSnapshots(): Promise<SnapshotShelf>;
  /** Fails where there is no room for it. */
  putSnapshot(snapshot: Snapshot): Promise<Outcome<null>>;
  /** From then on it gives way to no other. */
  renameSnapshot(id: string, name: string): Promise<Outcome<null>>;
  deleteSnapshot(id: string): Promise<Outcome<null>>;
  /** Tells that there may be something new to read; returns the way to stop. */
  watchSnapshots(listener: () => void): () => void;
}

/** What a person can have done from the panel and from the popup alike. */
export type ActingHost = Pick<
  Host,
  | 'tabId'
  | 'hasAccess'
  | 'perform'
  | 'readWish'
  | 'watchWish'
  | 'dismissWish'
  | 'openActDesk'
  | 'readGrants'
  | 'revoke'
  | 'reload'
>;

/** What the popup asks of its browser: it is small, and is given what it shows ready-made. */
export interface PopupHost extends ActingHost {
  /** What was kept of this tab; null where the background did not answer. */
  readGlance(): Promise<Glance | null>;
  /** The whole cart of a lane, from what was kept; null where none was. Reading takes most of the program. */
  readCart(laneId: string): Promise<Cart | null>;
  /** What a snapshot keeps of that cart, with all that was heard of its lines; fails where none was kept. */
  readRecipe(laneId: string): Promise<Outcome<CartRecipe>>;
  /** The snapshots of this browser; loaded when they are first wanted. */
  openSnapshots(): Promise<SnapshotHost>;
  /** Tells that there may be something new to read; returns the way to stop. */
  watchGlance(listener: () => void): () => void;
}
