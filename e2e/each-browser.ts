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

/** Tests of one subject, which any browser runs. */
export interface Story {
  readonly name: string;
  /** Both, unless nothing of the story differs between them. */
  readonly browsers?: readonly BrowserName[];
  /**
   * Declares the tests. Gets a function that answers the running browser, and one that opens an
   * address beside an empty panel, which tests use in turn; call them inside a test.
   */
  tests(browser: () => TestBrowser, openWatched: OpenWatched): void;
}

/**
 * Tells the same stories in Chromium and in Firefox, each started once, with an empty profile, and
 * closed at the end: starting costs a browser seconds, so a test file has as many stories as get on
 * with one profile.
 */
export function inEachBrowser(stories: readonly Story[], options: LaunchOptions = {}): void {
  describe.each(['chromium', 'firefox'] as const)('in %s', (name) => {
    const told = stories.filter(({ browsers }) => browsers?.includes(name) ?? true);
    if (told.length === 0) return;
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
    const openWatched = shareOnePanel(browser);
    for (const story of told) describe(story.name, () => story.tests(browser, openWatched));
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
