import { mkdirSync, writeFileSync } from 'node:fs';
import puppeteer, { type Browser, type CDPSession, type Page, type Target } from 'puppeteer-core';
import { z } from '../../lib/zod.ts';
import { builtExtension, PANEL_TITLE } from './built-extension.ts';
import { ChromiumPanelDriver, ChromiumPopupDriver } from './chromium-surface.ts';
import { findExecutable } from './executable.ts';
import { freshProfile, watch } from './profile.ts';
import { Surface } from './surface.ts';
import { asJson } from './surface-driver.ts';
import {
  type Badge,
  hostPattern,
  type LaunchOptions,
  OTHER_HOST,
  type TestBrowser,
} from './test-browser.ts';
import { waitFor } from './wait-for.ts';

/** Milliseconds that one step of the browser may take. */
const STEP_MS = 15_000;

/** What Chromium calls an error, and is none: a list was drawn once more in the next frame. */
const DRAWN_AGAIN = /ResizeObserver loop completed with undelivered notifications/;

const BadgeAnswer = z.object({ text: z.string(), color: z.array(z.number()) });
const Origins = z.array(z.string());
const Messages = z.array(z.string());

/** Starts Chromium, headless, with the built extension. */
export async function launchChromium({ scheme = 'light' }: LaunchOptions): Promise<TestBrowser> {
  const extension = builtExtension('chromium');
  const executablePath = findExecutable('chromium');
  const profile = freshProfile('chromium');
  writePreferences(profile.path, scheme);
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    pipe: true,
    enableExtensions: [extension],
    userDataDir: profile.path,
    defaultViewport: null,
    protocolTimeout: STEP_MS,
    args: [
      '--no-sandbox',
      `--host-resolver-rules=MAP ${OTHER_HOST} 127.0.0.1`,
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Chromium tells of requests only where an extension could observe when it was started. Most
      // profiles have one (a blocker); without one, a permission given later waits for a restart.
      '--enable-features=ForceWebRequestProxyForTest',
      '--window-size=1400,1000',
      ...(scheme === 'dark'
        ? ['--force-dark-mode', '--blink-settings=preferredColorScheme=0']
        : []),
    ],
  });
  const stop = watch(browser);
  const worker = await browser.waitForTarget(isWorker, { timeout: STEP_MS });
  const [settings] = await browser.pages();
  if (!settings) throw new Error('Chromium started without a tab.');
  const own = { settings, inside: await browser.newPage() };
  const chromium = new Chromium(browser, own, new URL(worker.url()).host, async () => {
    await stop();
    profile.remove();
  });
  await chromium.collectErrors();
  return chromium;
}

/**
 * DevTools in a window of its own: the panel is then as wide as the window, and pictures of it do
 * not stall as they do while it is docked.
 */
function writePreferences(profile: string, scheme: 'light' | 'dark'): void {
  mkdirSync(`${profile}/Default`, { recursive: true });
  const preferences = {
    currentDockState: '"undocked"',
    'ui-theme': scheme === 'dark' ? '"dark"' : '"default"',
  };
  writeFileSync(
    `${profile}/Default/Preferences`,
    JSON.stringify({
      devtools: { preferences, synced_preferences_sync_disabled: preferences },
    }),
  );
}

function isWorker(target: Target): boolean {
  return target.type() === 'service_worker' && target.url().startsWith('chrome-extension://');
}

/** Tabs of the harness, which stay: the browser's list of extensions takes a second to load. */
interface OwnTabs {
  /** Shows that list. */
  readonly settings: Page;
  /** Shows a file of the extension. */
  readonly inside: Page;
}

class Chromium implements TestBrowser {
  readonly name = 'chromium';
  readonly #browser: Browser;
  readonly #own: OwnTabs;
  readonly #id: string;
  readonly #stop: () => Promise<void>;
  readonly #surfaces: Surface[] = [];
  /** Sessions that keep the network from the background; they hold as long as they are open. */
  #offline: readonly CDPSession[] = [];
  /** DevTools that were opened on another panel than ours. */
  readonly #devtools = new WeakMap<Page, Page>();

  constructor(browser: Browser, own: OwnTabs, id: string, stop: () => Promise<void>) {
    this.#browser = browser;
    this.#own = own;
    this.#id = id;
    this.#stop = stop;
  }

  async openPage(url: string): Promise<Page> {
    const page = await this.#browser.newPage();
    await page.goto(url);
    return page;
  }

  async openDevTools(page: Page): Promise<void> {
    const devtools = await page.openDevTools();
    this.#devtools.set(page, devtools);
    await devtools.evaluate(showView('network'));
    await waitFor(() => devtools.evaluate(HEARS_NETWORK), 'DevTools to hear the page');
  }

  async openPanel(page: Page): Promise<Surface> {
    const base = `chrome-extension://${this.#id}`;
    const knownTargets = new Set(this.#browser.targets());
    const known = this.#devtools.get(page);
    const devtools = known?.isClosed() === false ? known : await page.openDevTools();
    await devtools.evaluate(showView(`${base}${PANEL_TITLE}`));
    // A page that is reloaded before that would be missing in their history, as no person's is.
    await waitFor(() => devtools.evaluate(HEARS_NETWORK), 'DevTools to hear the page');
    const frame = await devtools.waitForFrame((one) => one.url() === `${base}/panel.html`, {
      timeout: STEP_MS,
    });
    const target = await this.#browser.waitForTarget(
      (one) => one.url() === `${base}/panel.html` && !knownTargets.has(one),
      { timeout: STEP_MS },
    );
    return this.#opened(
      new Surface(
        'panel',
        new ChromiumPanelDriver(devtools, frame, await target.createCDPSession()),
      ),
    );
  }

  async openPopup(page: Page): Promise<Surface> {
    await page.bringToFront();
    const extension = (await this.#browser.extensions()).get(this.#id);
    if (!extension) throw new Error('Chromium does not know the extension.');
    const popup = this.waitForPopup();
    // `chrome.action.openPopup()` shows the same popup, but grants no activeTab: the popup then
    // does not know the tab's address. The press does.
    await Promise.all([extension.triggerAction(page), popup]);
    return popup;
  }

  async waitForPopup(): Promise<Surface> {
    const url = `chrome-extension://${this.#id}/popup.html`;
    const target = await this.#browser.waitForTarget((one) => one.url() === url, {
      timeout: STEP_MS,
    });
    const page = await target.asPage();
    return this.#opened(
      new Surface('popup', new ChromiumPopupDriver(page, await target.createCDPSession())),
    );
  }

  #opened(surface: Surface): Surface {
    this.#surfaces.push(surface);
    return surface;
  }

  async grantOnAsk(...origins: string[]): Promise<void> {
    for (const origin of origins) {
      await this.#inSettings(
        `chrome.developerPrivate.addHostPermission(${quote(this.#id, hostPattern(origin))})`,
      );
    }
  }

  async revoke(...origins: string[]): Promise<void> {
    for (const origin of origins) {
      await this.#inSettings(
        `chrome.developerPrivate.removeHostPermission(${quote(this.#id, hostPattern(origin))})
          .catch((error) => {
            if (!error.message.includes("hasn't been granted")) throw error;
          })`,
      );
    }
  }

  async granted(): Promise<string[]> {
    const { origins } = z
      .object({ origins: Origins })
      .parse(await this.#inExtension('chrome.permissions.getAll()'));
    return origins;
  }

  async stopBackground(): Promise<void> {
    // An event that was under way may wake it again.
    await waitFor(async () => {
      if (!(await this.backgroundRuns())) return true;
      const worker = await this.#browser.targets().find(isWorker)?.worker();
      await worker?.close();
      return false;
    }, 'the background to stop');
  }

  async backgroundRuns(): Promise<boolean> {
    const views = await this.#inSettings(
      `chrome.developerPrivate.getExtensionInfo(${quote(this.#id)}).then(({ views }) => views)`,
    );
    // A stopped background stays in the list, without a process.
    return z
      .array(z.object({ type: z.string(), renderProcessId: z.number() }))
      .parse(views)
      .some(
        ({ type, renderProcessId }) =>
          type === 'EXTENSION_SERVICE_WORKER_BACKGROUND' && renderProcessId !== -1,
      );
  }

  async setOffline(offline: boolean): Promise<void> {
    await Promise.all(this.#offline.map((session) => session.detach()));
    this.#offline = [];
    if (!offline) return;
    const worker = this.#browser.targets().find(isWorker);
    if (!worker) throw new Error('The background does not run.');
    // Its calls are kept from the network at the worker; that it is offline, a worker is told of through
    // a page in its process.
    await this.#inExtension('undefined');
    this.#offline = [await worker.createCDPSession(), await this.#own.inside.createCDPSession()];
    for (const session of this.#offline) {
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', {
        ...{ offline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 },
      });
    }
  }

  async badge(page: Page): Promise<Badge> {
    await page.bringToFront();
    const answer = await this.#inExtension(`(async () => {
      const [tab] = await chrome.tabs.query({ active: true, windowType: 'normal' });
      const tabId = tab.id;
      return {
        text: await chrome.action.getBadgeText({ tabId }),
        color: await chrome.action.getBadgeBackgroundColor({ tabId }),
      };
    })()`);
    return BadgeAnswer.parse(answer);
  }

  async clipboard(): Promise<string> {
    // A web page may read the clipboard only while it is in front; a page of the extension too.
    await this.#inExtension('undefined');
    const origin = `chrome-extension://${this.#id}`;
    await this.#browser.defaultBrowserContext().overridePermissions(origin, ['clipboard-read']);
    await this.#own.inside.bringToFront();
    return z.string().parse(await this.#inExtension('navigator.clipboard.readText()'));
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

  /** Lets the browser keep the extension's errors, as its developer mode does. */
  async collectErrors(): Promise<void> {
    await this.#inSettings(
      'chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })',
    );
    await this.#inSettings(
      `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: ${quote(this.#id)}, errorCollection: true })`,
    );
  }

  async errors(): Promise<string[]> {
    const messages = await this.#inSettings(
      `chrome.developerPrivate.getExtensionInfo(${quote(this.#id)}).then((info) =>
        [...info.manifestErrors, ...info.runtimeErrors].map(
          ({ message, source, severity }) => \`\${severity ?? 'MANIFEST'} \${source}: \${message}\`))`,
    );
    return Messages.parse(messages).filter((message) => !DRAWN_AGAIN.test(message));
  }

  surfaces(): readonly Surface[] {
    return this.#surfaces;
  }

  close(): Promise<void> {
    return this.#stop();
  }

  /**
   * Evaluates in a page of the extension that runs none of its code, so that looking does not wake
   * the background.
   */
  #inExtension(expression: string): Promise<unknown> {
    const url = `chrome-extension://${this.#id}/manifest.json`;
    return evaluateAt(this.#own.inside, url, expression);
  }

  /** Evaluates in the browser's own page of extensions. */
  #inSettings(expression: string): Promise<unknown> {
    return evaluateAt(this.#own.settings, 'chrome://extensions/', expression);
  }
}

async function evaluateAt(tab: Page, url: string, expression: string): Promise<unknown> {
  if (tab.url() !== url) await tab.goto(url);
  return JSON.parse(z.string().parse(await tab.evaluate(asJson(expression))));
}

/** Source that answers true once DevTools have told the page to report its network. */
const HEARS_NETWORK = `(async () => {
  const SDK = await import('devtools://devtools/bundled/core/sdk/sdk.js');
  const target = SDK.TargetManager.TargetManager.instance().primaryPageTarget();
  const answer = await target?.networkAgent().invoke_enable({});
  return answer !== undefined && answer.getError() === undefined;
})()`;

function quote(...values: string[]): string {
  return values.map((value) => JSON.stringify(value)).join(', ');
}

/**
 * Source that shows a view of DevTools. Runs in DevTools' own page, through the module that its tabs
 * are made of; the view appears once the extension's devtools page has registered it, which raises
 * no event that can be heard from there.
 */
function showView(view: string): string {
  return `(async () => {
    const deadline = Date.now() + ${STEP_MS};
    for (;;) {
      try {
        // Throws until DevTools has loaded and read its settings.
        const UI = await import('devtools://devtools/bundled/ui/legacy/legacy.js');
        const views = UI.ViewManager.ViewManager.instance();
        if (views.hasView(${quote(view)})) return void (await views.showView(${quote(view)}));
      } catch (error) {
        if (Date.now() > deadline) throw error;
      }
      if (Date.now() > deadline) throw new Error('DevTools has no panel ' + ${quote(view)});
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  })()`;
}
