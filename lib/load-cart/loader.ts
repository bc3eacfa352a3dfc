import { type CartAnswer, readCartNow } from '../action/read-cart-now.ts';
import type { ActHost } from '../action/run-act.ts';
import type { UndoRecord } from '../action/undo-record.ts';
import type { WriteTarget } from '../action/write-target.ts';
import type { Cart } from '../cart/cart.ts';
import { ownerOf } from '../cocart/cart-key.ts';
import { hasSingleBars } from '../cocart/session-cookie.ts';
import type { Outcome } from '../outcome.ts';
import type { KeptSession } from '../site-data.ts';
import type { LoadRequest } from './load-request.ts';
import type { LoadCase } from './load-rules.ts';

/** The browser's session of a store. */
export interface BrowserSession {
  /** Key in the session cookie; null where there is none. */
  readonly key: string | null;
  /** The cookie, to be put back; null where there is none. */
  readonly cookie: KeptSession | null;
  readonly signedIn: boolean;
}

/** What loading a cart needs of the browser. */
export interface Loader extends Pick<ActHost, 'send' | 'keep'> {
  /** Reads the browser's session of the store. Sends nothing. */
  readSession(): Promise<BrowserSession>;
  /** False where the extension's own requests would carry another person's cookies than the tab's. */
  sharesCookies(): Promise<boolean>;
  /**
   * Keeps the cart that the browser has, with its session, so that it can be brought back. Where it
   * cannot be kept nothing is opened.
   */
  keepBefore(
    target: WriteTarget,
    before: Cart,
    session: BrowserSession,
  ): Promise<Outcome<UndoRecord>>;
  /** Keeps the cart that is to be loaded: a store may lose that one as well. */
  keepWanted(target: WriteTarget, wanted: Cart): Promise<Outcome<UndoRecord>>;
  /** Forgets what was kept of a cart that nothing was done to. */
  forgetBefore(kept: UndoRecord): Promise<void>;
  /** Opens an address in the tab that was chosen, and waits until its page has loaded. */
  visit(url: string): Promise<Outcome<null>>;
}

/** Whose cart the browser's session is: a guest's is asked for by its key, a customer's by the sign-in. */
export function targetOf(request: LoadRequest, session: Pick<BrowserSession, 'key'>): WriteTarget {
  const { store, version } = request;
  const { key } = session;
  return { store, api: 'v2', version, key: isGuest(key) ? key : null, routes: null };
}

/** What is known of a loading before any cart was read. Sends nothing. */
export async function caseOf(
  request: LoadRequest,
  session: BrowserSession,
  loader: Loader,
): Promise<LoadCase> {
  const { key, signedIn, cookie } = session;
  return {
    ...{ request, browserKey: key, signedIn, lines: null, isUntold: false },
    canKeep: hasNoCart(session) || (await canRead(session, loader)),
    singleBars: cookie !== null && hasSingleBars(cookie.cookie.value),
  };
}

/** The cart of a session; null where the session has none, or it cannot be read from here. */
export async function readSessionCart(
  request: LoadRequest,
  session: BrowserSession,
  loader: Loader,
): Promise<Outcome<CartAnswer> | null> {
  if (hasNoCart(session) || !(await canRead(session, loader))) return null;
  return readCartNow(targetOf(request, session), loader);
}

function hasNoCart({ key, signedIn }: BrowserSession): boolean {
  return key === null && !signedIn;
}

/** Without the sign-in a customer's request is that of a new guest, and leaves a session behind. */
async function canRead({ key, signedIn }: BrowserSession, loader: Loader): Promise<boolean> {
  return isGuest(key) || (signedIn && (await loader.sharesCookies()));
}

/** The cart that is to be loaded, by its key. A customer's is not read by its key: stores refuse that. */
export async function readWanted(
  request: LoadRequest,
  loader: Loader,
): Promise<Outcome<CartAnswer> | null> {
  return isGuest(request.key) ? readCartNow(targetOf(request, request), loader) : null;
}

function isGuest(key: string | null): key is string {
  return key !== null && ownerOf(key) === 'guest';
}
