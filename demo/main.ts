import { once } from 'node:events';
import {
  type BrowserName,
  findBrowser,
  hasDisplay,
  installHint,
  type OpenBrowser,
  openBrowser,
} from './browser.ts';
import { buildExtension } from './extension.ts';
import { type RunningDemo, startDemo } from './start.ts';

const PORTS = { storePort: 4430, secondPort: 4300, shopPort: 4400, frontEndPort: 4500 } as const;

const HELP = `npm run demo [-- chrome | firefox] [-- --no-open]

Serves two CoCart stores, a headless shop and one that is rendered on its own server on this machine,
builds the extension and opens a browser with it. CHROME_BIN and FIREFOX_BIN name a browser that is not on the path.`;

function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

function showPages(demo: RunningDemo): void {
  say('The demo is running. Ctrl+C ends it.');
  say();
  // By another host than its frame's, as a checkout in a frame often is.
  const frame = demo.frontEnd.origin.replace('127.0.0.1', 'localhost');
  say(`  Headless shop           ${demo.shopOrigin}/`);
  say(`  Shop that hides its key ${demo.frontEnd.origin}/`);
  say(`  Shop in a frame         ${frame}/frame`);
  say(`  Store, CoCart 4.3       ${demo.storeOrigin}/`);
  say(`  Store, CoCart 3.0       ${demo.second?.origin ?? ''}/`);
  say(`  A page without a store  ${demo.shopOrigin}/about`);
  say();
}

function showHowToLoad(name: BrowserName, extension: string): void {
  say('To load the extension by hand:');
  if (name === 'firefox') {
    say('  open about:debugging#/runtime/this-firefox, "Load Temporary Add-on", and choose');
    say(`  ${extension}/manifest.json`);
  } else {
    say('  open chrome://extensions, switch on "Developer mode", "Load unpacked", and choose');
    say(`  ${extension}`);
  }
  say('Then open one of the pages above, press F12, and choose the panel "CoCart".');
}

/** Opens the browser if one can be opened, and says what to do where not. */
async function open(
  name: BrowserName,
  extension: string,
  demo: RunningDemo,
  wanted: boolean,
): Promise<OpenBrowser | null> {
  if (!wanted) {
    showHowToLoad(name, extension);
    return null;
  }
  const program = findBrowser(name, process.env);
  if (program === null) {
    say(`No ${name === 'chrome' ? 'Chromium or Chrome' : 'Firefox'} was found. To install one:`);
    say(`  ${installHint(name, process.platform)}`);
    showHowToLoad(name, extension);
    return null;
  }
  if (!hasDisplay(process.env, process.platform)) {
    say('There is no display here, so no browser was opened.');
    showHowToLoad(name, extension);
    return null;
  }
  try {
    const browser = await openBrowser(name, program, extension, [
      `${demo.storeOrigin}/`,
      `${demo.shopOrigin}/`,
    ]);
    say(`${program} is open with the extension. Choose the panel "CoCart" in DevTools (F12).`);
    return browser;
  } catch (error) {
    say(`${program} could not be opened: ${error instanceof Error ? error.message : error}`);
    showHowToLoad(name, extension);
    return null;
  }
}

/** Builds the extension and opens a browser with it; whatever fails is said, and the pages stay served. */
async function launch(
  name: BrowserName,
  demo: RunningDemo,
  wanted: boolean,
): Promise<OpenBrowser | null> {
  say('Building the extension …');
  try {
    const browser = await open(name, await buildExtension(name), demo, wanted);
    browser?.closed.then(() => say('The browser was closed. The pages are still served.'));
    return browser;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return null;
  }
}

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) {
    say(HELP);
    return;
  }
  const name: BrowserName = args.includes('firefox') ? 'firefox' : 'chrome';
  const demo = await startDemo({ generation: '4.3', alongside: '3.0', ...PORTS });
  const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  showPages(demo);
  const launched = launch(name, demo, !args.includes('--no-open'));
  await stopped;
  const browser = await launched;
  await browser?.close();
  await demo.close();
}

await main(process.argv.slice(2));
