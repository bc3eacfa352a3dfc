import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BrowserName } from './browser.ts';

const ROOT = new URL('../', import.meta.url);

/** Builds the extension for one browser; gives the folder to load. Rejects with the builder's own words. */
export async function buildExtension(name: BrowserName): Promise<string> {
  const wxt = fileURLToPath(new URL('node_modules/wxt/bin/wxt.mjs', ROOT));
  const output = await run(process.execPath, [wxt, 'build', '-b', name, '--mv3']);
  if (output.code !== 0) {
    throw new Error(`The extension could not be built:\n${output.text}`);
  }
  return fileURLToPath(new URL(`.output/${name}-mv3`, ROOT));
}

function run(program: string, args: readonly string[]): Promise<{ code: number; text: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: fileURLToPath(ROOT),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    const collect = (chunk: Buffer) => {
      text += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, text }));
  });
}
