import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { build } from 'vite';

/** One script of a file with all that it imports, and its style. */
interface Built {
  /** Puts what the file exports under the name `bench`. */
  readonly script: string;
  readonly style: string;
}

/** Builds a file, named as seen from this folder, as the extension's are built. */
export async function buildFile(file: string): Promise<Built> {
  const out = mkdtempSync(join(tmpdir(), 'cocart-bench-page-'));
  try {
    await build({
      configFile: false,
      root: fileURLToPath(new URL('..', import.meta.url)),
      logLevel: 'error',
      plugins: [preact()],
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        outDir: out,
        emptyOutDir: true,
        lib: {
          entry: fileURLToPath(new URL(file, import.meta.url)),
          name: 'bench',
          formats: ['iife'],
          fileName: 'bench',
        },
      },
    });
    const textOf = (ending: string) =>
      readdirSync(out)
        .filter((name) => name.endsWith(ending))
        .map((name) => readFileSync(join(out, name), 'utf8'))
        .join('\n');
    return { script: textOf('.js'), style: textOf('.css') };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
