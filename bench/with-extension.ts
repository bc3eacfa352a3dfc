import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const BUILD = fileURLToPath(new URL('build-extension.ts', import.meta.url));

/** Builds the extension for Chrome as `npm run build` does, elsewhere, for as long as `work` takes. */
export async function withExtension<T>(work: (output: string) => Promise<T>): Promise<T> {
  const output = mkdtempSync(join(tmpdir(), 'cocart-bench-extension-'));
  try {
    await promisify(execFile)(process.execPath, [BUILD, output]);
    return await work(output);
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}
