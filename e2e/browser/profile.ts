import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import type { BrowserName } from './executable.ts';

/** Milliseconds one launched browser may live; longer means that something hangs. */
const LIFETIME_MS = 8 * 60_000;

/** Milliseconds a browser may take to close before it is killed. */
const CLOSING_MS = 5_000;

/** A new empty profile folder; `remove` deletes it. */
export function freshProfile(name: BrowserName): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), `cocart-e2e-${name}-`));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/**
 * Kills the browser when its lifetime is over or when this process ends before it was closed.
 * The answer closes the browser in peace, or kills it when it does not close.
 */
export function watch(browser: Browser): () => Promise<void> {
  const kill = () => {
    const pid = browser.process()?.pid;
    if (pid === undefined) return;
    try {
      // Negative: the whole process group, since puppeteer starts browsers as group leaders.
      process.kill(-pid, 'SIGKILL');
    } catch {
      // Already gone, which is what was wanted.
    }
  };
  const timer = setTimeout(() => {
    console.error(`A browser lived longer than ${LIFETIME_MS / 1000} s and was killed.`);
    kill();
  }, LIFETIME_MS);
  timer.unref();
  process.once('exit', kill);
  return async () => {
    clearTimeout(timer);
    const killer = setTimeout(kill, CLOSING_MS);
    await browser.close().catch(() => undefined);
    clearTimeout(killer);
    kill();
    process.off('exit', kill);
  };
}
