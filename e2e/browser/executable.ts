import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The two browsers that every story runs in. */
export type BrowserName = 'chromium' | 'firefox';

/** Where each browser is looked for, and the line that installs it on Debian. */
const PROGRAMS = {
  chromium: {
    variable: 'CHROME_BIN',
    names: ['chromium', 'chromium-browser', 'google-chrome'],
    install: 'apt-get install -y chromium',
  },
  firefox: {
    variable: 'FIREFOX_BIN',
    names: ['firefox-esr', 'firefox'],
    install: 'apt-get install -y firefox-esr',
  },
} as const satisfies Record<
  BrowserName,
  { variable: string; names: readonly string[]; install: string }
>;

/**
 * The path of the browser's program: what CHROME_BIN or FIREFOX_BIN names, else the first known
 * name on PATH.
 *
 * @throws Error with the line that installs the browser, when there is none.
 */
export function findExecutable(name: BrowserName): string {
  const { variable, names, install } = PROGRAMS[name];
  const named = process.env[variable];
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`${variable} is ${named}, which is not a program that can be run.`);
  }
  for (const directory of (process.env.PATH ?? '').split(delimiter)) {
    for (const program of names) {
      const path = join(directory, program);
      if (isExecutable(path)) return path;
    }
  }
  throw new Error(`No ${name} found. Install it with: ${install} (or name it in ${variable}).`);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
