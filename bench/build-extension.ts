import { fileURLToPath } from 'node:url';
import { build } from 'wxt';

// Builds the extension for Chrome below the directory that is named, as `npm run build` does. A
// program of its own, for what it draws on the standard output while it works.

const [outDir] = process.argv.slice(2);
if (!outDir) throw new Error('Usage: node bench/build-extension.ts DIR');
await build({
  root: fileURLToPath(new URL('..', import.meta.url)),
  outDir,
  browser: 'chrome',
  manifestVersion: 3,
});
