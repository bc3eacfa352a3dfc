import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { z } from '../../lib/zod.ts';
import { builtExtension, GECKO_ID, PANEL_TITLE } from './built-extension.ts';
import { findExecutable } from './executable.ts';
import { FirefoxSurfaceDriver } from './firefox-surface.ts';
import { FirefoxWindow } from './firefox-window.ts';
import { freshProfile, watch } from './profile.ts';
import { Surface, type SurfaceKind } from './surface.ts';
import {
  type Badge,
  hostPattern,
  type LaunchOptions,
  OTHER_HOST,
  type TestBrowser,
} from './test-browser.ts';
import { waitFor } from './wait-for.ts';

/** Milliseconds that one step of the browser may take. */
const STEP_MS = 20_000;

/** The host of the extension's own pages; Firefox would make up another one for each profile. */
const UUID = '3e7f7b0c-6f0d-4a2f-9f1a-0c0ca47de701';

const PROMPTS = 'extensions.webextOptionalPermissionPrompts';

/** What Firefox notes of a page that was closed or reloaded before the background had answered it: no code of ours failed. */
const CLOSED_WHILE_ASKING = /Promise (rejected|resolved) after context unloaded/;

const BadgeAnswer = z.object({ text: z.string(), color: z.array(z.number()) });
const Texts = z.array(z.string());

/** Starts Firefox, headless, with the built extension. */
export async function launchFirefox({ scheme = 'light' }: LaunchOptions): Promise<TestBrowser> {
  const extension = builtExtension('firefox');
  const executablePath = findExecutable('firefox');
  const profile = freshProfile('firefox');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    userDataDir: profile.path,
    defaultViewport: null,
    protocolTimeout: STEP_MS,
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID }),
      [PROMPTS]: true,
      'network.dns.localDomains': OTHER_HOST,
      // The demo stores speak http alone.
      'dom.security.https_first': false,
      // Docked: the extension's wish to open its popup is granted only while the browser's own
      // window is in front, which a toolbox in a window of its own would prevent.
      'devtools.toolbox.host': 'bottom',
      'devtools.toolbox.footer.height': 900,
      'devtools.theme': scheme,
      'ui.systemUsesDarkTheme': scheme === 'dark' ? 1 : 0,
      'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1,
      // A popup of a window without a desktop around it would close when another one is focused.
      'ui.popup.disable_autohide': true,
    },
    args: ['--remote-allow-system-access', '--width=1400', '--height=1400'],
  });
  const stop = watch(browser);
  await browser.installExtension(extension);
  return new Firefox(browser, await FirefoxWindow.of(browser), async () => {
    await stop();
    profile.remove();
  });
}

class Firefox implements TestBrowser {
  readonly name = 'firefox';
  readonly #browser: Browser;
  readonly #window: FirefoxWindow;
  readonly #stop: () => Promise<void>;
  readonly #surfaces: Surface[] = [];

  constructor(browser: Browser, window: FirefoxWindow, stop: () => Promise<void>) {
    this.#browser = browser;
    this.#window = window;
    this.#stop = stop;
  }

  async openPage(url: string): Promise<Page> {
    const page = await this.#browser.newPage();
    await page.goto(url);
    return page;
  }

  async openDevTools(page: Page): Promise<void> {
    await page.bringToFront();
    await this.#window.call('openToolbox');
  }

  async openPanel(page: Page): Promise<Surface> {
    await page.bringToFront();
    return this.#opened('panel', await this.#window.call('openPanel', PANEL_TITLE));
  }

  async openPopup(page: Page): Promise<Surface> {
    await page.bringToFront();
    await this.#window.call('pressButton', GECKO_ID);
    return this.waitForPopup();
  }

  async waitForPopup(): Promise<Surface> {
    return this.#opened('popup', await this.#window.call('waitForPopup'));
  }

  #opened(kind: SurfaceKind, number: unknown): Surface {
    const driver = new FirefoxSurfaceDriver(this.#window, z.number().parse(number));
    const surface = new Surface(kind, driver);
    this.#surfaces.push(surface);
    return surface;
  }

  async grantOnAsk(): Promise<void> {
    await this.#window.call('setPrompts', false);
  }

  async revoke(...origins: string[]): Promise<void> {
    await this.#window.call('setPrompts', true);
    await this.#window.call('revoke', GECKO_ID, origins.map(hostPattern));
  }

  async granted(): Promise<string[]> {
    return Texts.parse(await this.#window.call('granted', GECKO_ID));
  }

  async stopBackground(): Promise<void> {
    // An event that was under way may wake it again.
    await waitFor(async () => {
      if (!(await this.backgroundRuns())) return true;
      await this.#window.call('stopBackground', GECKO_ID);
      return false;
    }, 'the background to stop');
  }

  async backgroundRuns(): Promise<boolean> {
    return z.boolean().parse(await this.#window.call('backgroundRuns', GECKO_ID));
  }

  async setOffline(offline: boolean): Promise<void> {
    await this.#window.call('setOffline', offline);
  }

  async badge(page: Page): Promise<Badge> {
    await page.bringToFront();
    return BadgeAnswer.parse(await this.#window.call('badge', GECKO_ID));
  }

  async clipboard(): Promise<string> {
    return z.string().parse(await this.#window.call('clipboard'));
  }

  cookies() {
    return this.#browser.cookies();
  }

  setCookie(...cookies: Parameters<Browser['setCookie']>) {
    return this.#browser.setCookie(...cookies);
  }

  deleteCookie(...cookies: Parameters<Browser['deleteCookie']>) {
    return this.#browser.deleteCookie(...cookies);
  }

  async errors(): Promise<string[]> {
    const errors = Texts.parse(await this.#window.call('errors', `moz-extension://${UUID}/`));
    return errors.filter((error) => !CLOSED_WHILE_ASKING.test(error));
  }

  surfaces(): readonly Surface[] {
    return this.#surfaces;
  }

  close(): Promise<void> {
    return this.#stop();
  }
}
