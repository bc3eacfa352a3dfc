import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findExecutable } from '../e2e/browser/executable.ts';
import { buildFile } from './build-file.ts';

/** A page of headless Chromium with the bench's functions in it. */
export interface BenchPage {
  /** Calls a function of `bench/page/main.tsx` by name. */
  call(name: string, ...args: readonly unknown[]): Promise<unknown>;
  /** Bytes that the page's own heap holds after a collection; those of workers are not among them. */
  heap(): Promise<number>;
  close(): Promise<void>;
}

/** Headless Chromium, started once for all measurements. */
export interface BenchBrowser {
  open(): Promise<BenchPage>;
  close(): Promise<void>;
}

/** Answered by the browser itself: nothing listens there, nothing is sent. */
const ADDRESS = 'http://localhost/bench';

/** Where the page finds the worker that reads files. */
const WORKER = '/har-worker.js';

/**
 * Builds the page as the extension's pages are built, and starts the browser that it is opened in.
 *
 * @throws Error when there is no Chromium, with the line that installs it.
 */
export async function startBenchBrowser(): Promise<BenchBrowser> {
  const executablePath = findExecutable('chromium');
  const { script, style } = await buildFile('page/main.tsx');
  const { script: worker } = await buildFile('../lib/har-file/har-worker.ts');
  const profile = mkdtempSync(join(tmpdir(), 'cocart-bench-'));
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    pipe: true,
    userDataDir: profile,
    defaultViewport: { width: 1400, height: 1000 },
    protocolTimeout: 300_000,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  return {
    async open() {
      const page = await browser.newPage();
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        const isWorker = request.url().endsWith(WORKER);
        // Isolated, a page tells the time to 5 µs instead of 100.
        void request.respond({
          headers: {
            'content-type': isWorker ? 'text/javascript' : 'text/html; charset=utf-8',
            'cross-origin-opener-policy': 'same-origin',
            'cross-origin-embedder-policy': 'require-corp',
          },
          body: isWorker
            ? worker
            : `<!doctype html><html lang="en"><title>Bench</title><style>${style}</style><div id="app"></div></html>`,
        });
      });
      await page.goto(ADDRESS);
      await page.addScriptTag({ content: script });
      return {
        call: (name, ...args) =>
          page.evaluate(
            (called, given) => Reflect.get(globalThis, 'bench')[called](...given),
            name,
            args,
          ),
        async heap() {
          const session = await page.createCDPSession();
          await session.send('HeapProfiler.collectGarbage');
          const { usedSize } = await session.send('Runtime.getHeapUsage');
          return usedSize;
        },
        close: () => page.close(),
      };
    },
    async close() {
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
