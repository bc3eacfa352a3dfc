import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/*
 * For tests: snippets are run by the programs that they are written for.
 */

/** Values of the variables that a snippet leaves to be filled in, by name. */
export type Values = Readonly<Record<string, string>>;

/** Runs a command with the shell, its variables in the environment. Gives what it writes. */
export function runInShell(snippet: string, values: Values = {}): Promise<string> {
  return run('sh', ['-c', snippet], values);
}

/**
 * Runs modules with Node.js, one after the other, their variables filled in. `before` stands in for what is
 * around them.
 */
export async function runInNode(
  snippets: readonly string[],
  values: Values = {},
  before = '',
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'snippet-'));
  try {
    for (const [at, snippet] of snippets.entries()) {
      writeFileSync(join(folder, `${at}.mjs`), `${before}\n${filledIn(snippet, values)}`);
    }
    const all = join(folder, 'all.mjs');
    writeFileSync(all, snippets.map((_, at) => `await import('./${at}.mjs');`).join('\n'));
    return await runInWorker(all);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** As a person fills it in: `const CART_KEY = '…';` */
function filledIn(snippet: string, values: Values): string {
  return snippet.replace(/^const ([A-Z\d_]+) = '.*';$/gm, (line, name: string) =>
    Object.hasOwn(values, name) ? `const ${name} = ${JSON.stringify(values[name])};` : line,
  );
}

/** A thread of its own: a program of its own takes longer to start. */
function runInWorker(file: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { stdout: true });
    let out = '';
    worker.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    worker.on('error', reject);
    worker.on('exit', () => resolve(out));
  });
}

function run(program: string, args: readonly string[], values: Values): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: { ...process.env, ...values },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(out) : reject(new Error(errors))));
  });
}

/** What a snippet for jQuery calls, carried out by `fetch` as jQuery 3 does it by `XMLHttpRequest`. */
export const JQUERY_STAND_IN = `
globalThis.jQuery = {
  async ajax({ url, method, headers, contentType, data, processData, jsonp }) {
    if (jsonp !== false || (data !== undefined && processData !== false)) {
      throw new Error('jQuery would change this request.');
    }
    const type = contentType ? { 'Content-Type': contentType } : {};
    const response = await fetch(url, { method, headers: { ...headers, ...type }, body: data });
    return response.json();
  },
};`;

/** The snippet, asking a stand-in of CoCart's SDK. */
export function withSdkStandIn(snippet: string): string {
  const standIn = pathToFileURL(join(import.meta.dirname, 'sdk-stand-in.ts')).href;
  return snippet.replace("'@cocartheadless/sdk'", JSON.stringify(standIn));
}
