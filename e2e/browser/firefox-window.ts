import { readFile } from 'node:fs/promises';
import type { Browser } from 'puppeteer-core';
import { z } from '../../lib/zod.ts';

const Contexts = z.object({
  result: z.object({ contexts: z.array(z.object({ context: z.string(), url: z.string() })) }),
});

const Answer = z.object({
  result: z.union([
    z.object({
      type: z.literal('success'),
      result: z.object({ value: z.optional(z.string()) }),
    }),
    z.object({
      type: z.literal('exception'),
      exceptionDetails: z.object({ text: z.string() }),
    }),
  ]),
});

/** WebDriver BiDi, spoken past puppeteer, which has no words for Firefox's own windows. */
interface Bidi {
  send(method: string, params: object): Promise<unknown>;
}

/** Calls functions of firefox-privileged.js in Firefox's own window. */
export class FirefoxWindow {
  readonly #bidi: Bidi;
  readonly #context: string;

  private constructor(bidi: Bidi, context: string) {
    this.#bidi = bidi;
    this.#context = context;
  }

  /** Needs a Firefox that was started with --remote-allow-system-access. */
  static async of(browser: Browser): Promise<FirefoxWindow> {
    const bidi: unknown = Reflect.get(browser, 'connection');
    if (!isBidi(bidi)) throw new Error('puppeteer no longer shows its BiDi connection.');
    const tree = await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const { contexts } = Contexts.parse(tree).result;
    const own = contexts.find(({ url }) => url.endsWith('/browser.xhtml'));
    if (!own) throw new Error('Firefox shows no window of its own.');
    const window = new FirefoxWindow(bidi, own.context);
    await window.#install();
    return window;
  }

  async #install(): Promise<void> {
    const source = await readFile(new URL('firefox-privileged.js', import.meta.url), 'utf8');
    await this.#evaluate(`() => { ${source} }`, []);
  }

  /** Calls a function by name; arguments and answer travel as JSON. */
  async call(name: string, ...args: unknown[]): Promise<unknown> {
    const value = await this.#evaluate(
      'async (name, args) => JSON.stringify((await window.cocartE2e[name](...JSON.parse(args))) ?? null)',
      [name, JSON.stringify(args)],
    );
    return JSON.parse(value ?? 'null');
  }

  async #evaluate(functionDeclaration: string, args: string[]): Promise<string | undefined> {
    const answer = await this.#bidi.send('script.callFunction', {
      functionDeclaration,
      target: { context: this.#context },
      awaitPromise: true,
      arguments: args.map((value) => ({ type: 'string', value })),
    });
    const { result } = Answer.parse(answer);
    if (result.type === 'exception') throw new Error(result.exceptionDetails.text);
    return result.result.value;
  }
}

function isBidi(value: unknown): value is Bidi {
  return (
    typeof value === 'object' && value !== null && typeof Reflect.get(value, 'send') === 'function'
  );
}
