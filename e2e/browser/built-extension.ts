import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserName } from './executable.ts';

/** Title of the DevTools panel, as entrypoints/devtools registers it. */
export const PANEL_TITLE = 'CoCart';

/** The add-on id of the Firefox build, as wxt.config.ts sets it. */
export const GECKO_ID = 'devtools@cocart-devtools.example';

const FOLDERS = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' } as const;

/**
 * The folder of the built extension. EXTENSION_OUTPUT names another folder than `.output` to take
 * both builds from, so that a run is not disturbed by a build that goes on beside it.
 *
 * @throws Error when it was not built.
 */
export function builtExtension(name: BrowserName): string {
  const output =
    process.env.EXTENSION_OUTPUT ?? fileURLToPath(import.meta.resolve('../../.output'));
  const folder = `${output}/${FOLDERS[name]}`;
  if (!existsSync(`${folder}/manifest.json`)) {
    throw new Error(`No extension in ${folder}. Build it first: npm run build`);
  }
  return folder;
}
