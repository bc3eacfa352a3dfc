import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import type { BrowserName } from './browser/executable.ts';
import { launch } from './browser/launch.ts';
import type { LaunchOptions, TestBrowser } from './browser/test-browser.ts';
import { type OpenWatched, shareOnePanel } from './shared-panel.ts';

/** Where pictures of failed tests go. */
const PICTURES = join(tmpdir(), 'cocart-e2e-failures');

/** How a story is run. */
interface StoryOptions extends LaunchOptions {
  /** Both, unless nothing of the story differs between them. */
  readonly browsers?: readonly BrowserName[];
}

/**
 * Runs the same tests in Chromium and in Firefox, each started once, with an empty profile, and
 * closed at the end. `tests` gets a function that answers the running browser, and one that opens an
 * address beside an empty panel, which its tests use in turn; call them inside a test.
 */
export function inEachBrowser(
  story: string,
  tests: (browser: () => TestBrowser, openWatched: OpenWatched) => void,
  { browsers = ['chromium', 'firefox'], ...options }: StoryOptions = {},
): void {
  describe.each(browsers)(`${story} in %s`, (name) => {
    let running: TestBrowser | undefined;

    beforeAll(async () => {
      running = await launch(name, options);
    });

    afterAll(async () => {
      await running?.close();
    });

    afterEach(async ({ task }) => {
      if (task.result?.state === 'fail' && running) await tellWhatWasShown(running, task.name);
    });

    const browser = () => {
      if (!running) throw new Error(`${name} did not start.`);
      return running;
    };
    tests(browser, shareOnePanel(browser));
  });
}

/** Prints what the open panels and popups say, and keeps pictures of them. */
async function tellWhatWasShown(browser: TestBrowser, test: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  for (const [number, surface] of browser.surfaces().entries()) {
    if (!(await surface.isOpen().catch(() => false))) continue;
    const name = `${browser.name} ${test} ${surface.kind} ${number}`.replaceAll(/[^\w]+/g, '-');
    const picture = join(PICTURES, `${name}.png`);
    const text = await surface.text().catch((error) => `(could not be read: ${error})`);
    const shown = await surface.screenshot(picture).then(
      () => picture,
      (error) => `no picture: ${error}`,
    );
    console.error(`The ${surface.kind} in ${browser.name} said (${shown}):\n${text}`);
  }
  const errors = await browser.errors().catch(() => []);
  if (errors.length > 0) console.error(`Errors of the extension:\n${errors.join('\n')}`);
}
