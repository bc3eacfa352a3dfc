import type { Exchange } from './http/exchange.ts';

/** One loaded document of a tab; a reload or a navigation begins another. */
export interface Page {
  /** Address of the document, or null where nothing told it. */
  readonly url: string | null;
  /** When it began, in ms since the epoch. */
  readonly since: number;
}

/** The page a screen looks at, and whether its calls have been heard from its beginning. */
export interface SeenPage extends Page {
  /** False when the page began before anyone listened: "opened late". Null where nobody listens (the popup). */
  readonly heardFromStart: boolean | null;
}

/** An exchange together with the tab and the page it was seen on: what is kept and handed from place to place. */
export interface Capture {
  readonly tabId: number;
  readonly page: Page;
  readonly exchange: Exchange;
}

/** What the kept captures of a tab had to give up for newer ones. */
export interface Dropped {
  /** Bodies that are gone while their exchange is still kept. */
  readonly bodies: number;
  /** Whole exchanges that are gone. */
  readonly captures: number;
  /** Bytes of both. */
  readonly bytes: number;
}

/** What is kept of a tab's captures. */
export interface KeptCaptures {
  /** A few that bring the newest cart, oldest first. */
  readonly newest: readonly Capture[];
  readOlder(): Promise<OlderCaptures>;
}

/** All other captures that are kept of a tab. */
export interface OlderCaptures {
  readonly dropped: Dropped;
  /** Read as they are asked for. */
  readonly parts: CaptureParts;
}

/** Captures in parts of bearable size, the newest part first. */
export type CaptureParts = AsyncIterable<readonly Capture[]> | Iterable<readonly Capture[]>;
