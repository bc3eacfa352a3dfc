import { launchChromium } from './chromium.ts';
import type { BrowserName } from './executable.ts';
import { launchFirefox } from './firefox.ts';
import type { LaunchOptions, TestBrowser } from './test-browser.ts';

/**
 * Starts a browser with the built extension in it, headless, with an empty profile. Whoever starts
 * it closes it.
 *
 * @throws Error that says what to do when the browser or the build is missing.
 */
export function launch(name: BrowserName, options: LaunchOptions = {}): Promise<TestBrowser> {
  return name === 'chromium' ? launchChromium(options) : launchFirefox(options);
}
