import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Row } from './row.ts';

/** Bounds in kB (1000 bytes) of all scripts that a page loads before it shows itself. */
const PAGES = [
  { page: 'panel.html', what: 'panel, first-load scripts', most: 60, rival: 'others: 79–151 kB' },
  { page: 'popup.html', what: 'popup, first-load scripts', most: 25, rival: '' },
] as const;

const SCRIPT = /<(?:script|link)[^>]*?(?:src|href)="([^"]+\.js)"/g;
const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*["'`]([^"'`]+\.js)["'`]/g;
const ANY_IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*["'`]([^"'`]+\.js)["'`]/g;

/** Weighs what each page of the built extension loads. */
export function scriptSizes(output: string): Row[] {
  const root = join(output, 'chrome-mv3');
  return PAGES.map(({ page, what, most, rival }) => {
    const bytes = weigh(root, page, STATIC_IMPORT);
    const later = weigh(root, page, ANY_IMPORT) - bytes;
    return {
      what,
      ours: `${inKb(bytes)} gzip${later > 0 ? `, ${inKb(later)} later` : ''}`,
      rival,
      bound: `≤ ${most} kB`,
      holds: bytes > 0 && bytes <= most * 1000,
    };
  });
}

/** Bytes, each script compressed by itself, of those that a page names and those that they import. */
function weigh(root: string, page: string, imports: RegExp): number {
  const html = readFileSync(join(root, page), 'utf8');
  const found = new Set([...html.matchAll(SCRIPT)].map(([, path = '']) => join(root, path)));
  for (const script of found) {
    for (const [, path = ''] of readFileSync(script, 'utf8').matchAll(imports)) {
      found.add(path.startsWith('/') ? join(root, path) : join(dirname(script), path));
    }
  }
  return [...found].reduce((sum, script) => sum + gzipped(script), 0);
}

function gzipped(path: string): number {
  return gzipSync(readFileSync(path), { level: 9 }).byteLength;
}

function inKb(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
