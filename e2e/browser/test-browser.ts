import type { Cookie, CookieData, Page } from 'puppeteer-core';
import type { BrowserName } from './executable.ts';
import type { Surface } from './surface.ts';

/** What the toolbar button shows over its icon. Colour as [red, green, blue, alpha], 0–255. */
export interface Badge {
  text: string;
  color: readonly number[];
}

/**
 * A running browser with the built extension in it and an empty profile: the same for Chromium and
 * Firefox, so that each story is written once.
 */
export interface TestBrowser {
  readonly name: BrowserName;
  /** Opens a new tab in front and loads the address. */
  openPage(url: string): Promise<Page>;
  /** Opens DevTools for the page, and not our panel: it begins when it is shown. */
  openDevTools(page: Page): Promise<void>;
  /** Opens DevTools for the page, where they are not open yet, and shows our panel. */
  openPanel(page: Page): Promise<Surface>;
  /**
   * Presses the toolbar button while the page is in front, as a person does; answers the real popup.
   * The press grants `activeTab`: the popup knows the tab's address and may run scripts in it.
   */
  openPopup(page: Page): Promise<Surface>;
  /** Waits for a popup that the extension opens by itself. */
  waitForPopup(): Promise<Surface>;
  /**
   * From now on the question "Allow access to these sites?" is answered yes, for these origins.
   * (Firefox answers every question yes.) Without this a question stays unanswered.
   */
  grantOnAsk(...origins: string[]): Promise<void>;
  /** Takes access to these origins back, as in the browser's own settings; it is asked for again. Where none was given nothing happens. */
  revoke(...origins: string[]): Promise<void>;
  /** Host patterns that the extension may access now. */
  granted(): Promise<string[]>;
  /** Stops the background, as the browser does when it was idle. The next event wakes it. */
  stopBackground(): Promise<void>;
  /** Whether the background runs now. */
  backgroundRuns(): Promise<boolean>;
  /** Takes the network from the browser's background, or gives it back. The background has to run. */
  setOffline(offline: boolean): Promise<void>;
  /** What the toolbar button shows while this page is in front. */
  badge(page: Page): Promise<Badge>;
  /** Text in the clipboard. */
  clipboard(): Promise<string>;
  /** All cookies of the profile, HttpOnly ones included. */
  cookies(): Promise<Cookie[]>;
  setCookie(...cookies: CookieData[]): Promise<void>;
  deleteCookie(...cookies: Cookie[]): Promise<void>;
  /** Errors that the extension's own pages and background raised and nobody caught. */
  errors(): Promise<string[]>;
  /** The panels and popups that were opened, for telling what they showed when a test fails. */
  surfaces(): readonly Surface[];
  close(): Promise<void>;
}

/** A host of the loopback whose name does not say so: it may be in production. */
export const OTHER_HOST = 'shop.example';

/** How a browser is started. */
export interface LaunchOptions {
  /** The person's colour scheme; light when not said. */
  scheme?: 'light' | 'dark';
}

/** The host pattern of an origin. Patterns name no port: Firefox knows none in them. */
export function hostPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
