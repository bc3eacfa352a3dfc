import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'wxt';
import type { Row } from './row.ts';

/** Bounds in kB (1000 bytes) of all scripts that a page loads before it shows itself. */
const PAGES = [
  { page: 'panel.html', what: 'panel, first-load scripts', most: 60, rival: 'others: 79–151 kB' },
  { page: 'popup.html', what: 'popup, first-load scripts', most: 25, rival: '' },
] as const;

const SCRIPT = /<(?:script|link)[^>]*?(?:src|href)="([^"]+\.js)"/g;
const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*["']([^"']+\.js)["']/g;

/** Builds the extension as `npm run build` does, elsewhere, and weighs what each page loads. */
export async function scriptSizes(): Promise<Row[]> {
  const out = mkdtempSync(join(tmpdir(), 'cocart-size-'));
  try {
    await build({
      root: fileURLToPath(new URL('..', import.meta.url)),
      outDir: out,
      browser: 'chrome',
      manifestVersion: 3,
      logger: QUIET,
    });
    return PAGES.map(({ page, what, most, rival }) => {
      const scripts = firstLoad(join(out, 'chrome-mv3'), page);
      const bytes = scripts.reduce((sum, script) => sum + gzipped(script), 0);
      return {
        what,
        ours: `${(bytes / 1000).toFixed(1)} kB gzip`,
        rival,
        bound: `≤ ${most} kB`,
        holds: scripts.length > 0 && bytes <= most * 1000,
      };
    });
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Every script that a page names, and what those import at once; not what they import when asked. */
function firstLoad(root: string, page: string): readonly string[] {
  const html = readFileSync(join(root, page), 'utf8');
  const found = new Set([...html.matchAll(SCRIPT)].map(([, path = '']) => join(root, path)));
  for (const script of found) {
    for (const [, path = ''] of readFileSync(script, 'utf8').matchAll(STATIC_IMPORT)) {
      found.add(path.startsWith('/') ? join(root, path) : join(dirname(script), path));
    }
  }
  return [...found];
}

function gzipped(path: string): number {
  return gzipSync(readFileSync(path), { level: 9 }).byteLength;
}

const silent = () => {};

/** Of the build only its errors are of interest here. */
const QUIET = {
  ...{ level: 0, debug: silent, log: silent, info: silent, success: silent, start: silent },
  ...{ box: silent, warn: silent, error: console.error, fatal: console.error },
};
