import type { Exchange } from './http/exchange.ts';

/** One loaded document of a tab; a reload or a navigation begins another. */
export interface Page {
  /** Address of the document, or null where nothing told it. */
  readonly url: string | null;
  /** When it began, in ms since the epoch. */
  readonly since: number;
}

/** An exchange together with the tab and the page it was seen on: what is kept and handed from place to place. */
export interface Capture {
  readonly tabId: number;
  readonly page: Page;
  readonly exchange: Exchange;
}
