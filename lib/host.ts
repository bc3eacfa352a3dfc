import type { Capture, Page } from './capture.ts';
import type { Outcome } from './outcome.ts';
import type { Wish } from './wish.ts';

/** How a wish ended: carried out; or waiting for a press in the popup, which the browser has opened. */
export type WishResult = 'done' | 'waiting-in-popup';

/**
 * What a screen asks of the browser it runs in. The panel and the popup each get one from
 * `lib/browser`, so that components run the same in both browsers, and in tests without one.
 */
export interface Host {
  /** The tab the screen looks at; null where there is none (a browser page). */
  readonly tabId: number | null;
  /** Captures already kept for this tab, oldest first. */
  readCaptures(): Promise<readonly Capture[]>;
  /** Tells of captures of this tab as they arrive, from whatever place; returns the way to stop. */
  watchCaptures(listener: (captures: readonly Capture[]) => void): () => void;
  /** True when every one of these origins may be read. */
  hasAccess(origins: readonly string[]): Promise<boolean>;
  /**
   * Carries out a wish; asks for access to the origins it needs first. Has to be called from a press.
   * The answer of the store arrives through `watchCaptures` like every other.
   */
  perform(wish: Wish, origins: readonly string[], reason: string): Promise<Outcome<WishResult>>;
  /** Reloads the page. */
  reload(): void;
  /** The page the tab shows, as far as this screen may know it. */
  readPage(): Promise<Page | null>;
  watchPage(listener: (page: Page) => void): () => void;
}
