import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';

export const BROWSERS = ['chrome', 'firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

const NAMES: Readonly<Record<BrowserName, readonly string[]>> = {
  chrome: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'brave-browser',
  ],
  firefox: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
};
const VARIABLES: Readonly<Record<BrowserName, string>> = {
  chrome: 'CHROME_BIN',
  firefox: 'FIREFOX_BIN',
};

/** Where macOS and Windows keep browsers that are not on the path. */
const PLACES: Readonly<Record<BrowserName, readonly string[]>> = {
  chrome: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  firefox: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The browser's program: what the environment names, else what is on the path; null when there is none. */
export function findBrowser(
  name: BrowserName,
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  const named = environment[VARIABLES[name]];
  if (named !== undefined && named !== '') return isProgram(named) ? named : null;
  const folders = (environment.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = folders.flatMap((folder) => NAMES[name].map((program) => join(folder, program)));
  return [...onPath, ...PLACES[name]].find(isProgram) ?? null;
}

/** The one line that installs the browser on this kind of machine. */
export function installHint(name: BrowserName, platform: NodeJS.Platform): string {
  if (platform === 'darwin') {
    return `brew install --cask ${name === 'chrome' ? 'chromium' : 'firefox'}`;
  }
  if (platform === 'win32') {
    return `winget install ${name === 'chrome' ? 'Google.Chrome' : 'Mozilla.Firefox'}`;
  }
  return `sudo apt-get install -y ${name === 'chrome' ? 'chromium' : 'firefox-esr'}`;
}

/** Whether a window can be opened at all. */
export function hasDisplay(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): boolean {
  if (platform === 'darwin' || platform === 'win32') return true;
  return Boolean(environment.DISPLAY) || Boolean(environment.WAYLAND_DISPLAY);
}

/** A browser with the extension in it, in a profile of its own that is gone afterwards. */
export interface OpenBrowser {
  /** Resolves when the person closes the browser. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

/** Opens the browser with the built extension and these pages; in Chromium with DevTools beside them. */
export async function openBrowser(
  name: BrowserName,
  executablePath: string,
  extension: string,
  pages: readonly string[],
): Promise<OpenBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'cocart-devtools-demo-'));
  const isRoot = process.getuid?.() === 0;
  const common = { executablePath, headless: false, userDataDir: profile, defaultViewport: null };
  // A signal ends the demo, and the demo then closes the browser: puppeteer must not do so before.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  const browser =
    name === 'firefox'
      ? await puppeteer.launch({ ...common, ...signals, browser: 'firefox' })
      : await puppeteer.launch({
          ...common,
          ...signals,
          pipe: true,
          enableExtensions: [extension],
          args: [
            ...(isRoot ? ['--no-sandbox'] : []),
            '--no-first-run',
            '--auto-open-devtools-for-tabs',
          ],
        });
  const closed = new Promise<void>((resolve) => {
    browser.once('disconnected', () => resolve());
  });
  if (name === 'firefox') await browser.installExtension(extension);
  await openPages(browser, pages);
  return {
    closed,
    close: async () => {
      if (browser.connected) await browser.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function openPages(browser: Browser, pages: readonly string[]): Promise<void> {
  const [first] = await browser.pages();
  for (const [index, url] of pages.entries()) {
    const page = index === 0 && first !== undefined ? first : await browser.newPage();
    await page.goto(url);
  }
}
