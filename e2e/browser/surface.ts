import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { z } from '../../lib/zod.ts';
import {
  describeTarget,
  type InPage,
  inPage,
  type SentTarget,
  sendable,
  type Target,
} from './in-page.ts';
import { ROLE_AND_NAME_SCRIPT } from './role-and-name.ts';
import type { Scheme, Size, SurfaceDriver } from './surface-driver.ts';
import { type Patience, waitFor } from './wait-for.ts';

const AXE_SCRIPT = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Which page of the extension a person looks at. */
export type SurfaceKind = 'panel' | 'popup';

/** The element that has the keyboard. */
const Focused = z.object({ role: z.string(), name: z.string(), tag: z.string() });

/** A rule of axe-core that the page breaks, in one line an element. */
const Violations = z.array(z.string());

/**
 * The panel or the popup as a person meets it: read as text, found by role and name, pressed with
 * trusted clicks and keys. Every action first waits until its element is there.
 */
export class Surface {
  readonly kind: SurfaceKind;
  readonly #driver: SurfaceDriver;

  constructor(kind: SurfaceKind, driver: SurfaceDriver) {
    this.kind = kind;
    this.#driver = driver;
  }

  /**
   * Calls a function inside the page and answers what it returns, carried as JSON. It is sent as
   * text, so it may use only its arguments and the page.
   */
  async evaluate<Args extends unknown[], T>(
    fn: (...args: Args) => T | Promise<T>,
    ...args: Args
  ): Promise<T> {
    const list = args.map((arg) => JSON.stringify(arg)).join(', ');
    return JSON.parse(await this.#driver.run(`(${fn})(${list})`));
  }

  /** The text a person reads, of the whole page or of one element. */
  async text(target?: Target): Promise<string> {
    return z.string().parse(await this.#call('text', target ?? null));
  }

  /** How many visible elements fit. */
  async count(target: Target): Promise<number> {
    return z.number().parse(await this.#call('count', target));
  }

  async attribute(target: Target, name: string): Promise<string | null> {
    return z.nullable(z.string()).parse(await this.#call('attribute', target, name));
  }

  /** What stands in a field or a select. */
  async value(target: Target): Promise<string> {
    return z.string().parse(await this.#call('value', target));
  }

  /** The element that has the keyboard, as assistive technology tells it. */
  async focused(): Promise<z.infer<typeof Focused>> {
    await this.#installRoleAndName();
    return Focused.parse(await this.#call('focused'));
  }

  /** Waits until exactly one element fits. */
  async waitFor(target: Target, patience?: Patience): Promise<void> {
    await waitFor(
      async () => (await this.count(target)) === 1,
      () => this.#tell(`one ${describeTarget(target)}`),
      patience,
    );
  }

  /** Waits until no element fits. */
  async waitForNone(target: Target, patience?: Patience): Promise<void> {
    await waitFor(
      async () => (await this.count(target)) === 0,
      () => this.#tell(`no ${describeTarget(target)}`),
      patience,
    );
  }

  /** Waits until the page, or one element of it, says this; answers its whole text. */
  async waitForText(
    wanted: string | RegExp,
    target?: Target,
    patience?: Patience,
  ): Promise<string> {
    const fits = (text: string) =>
      typeof wanted === 'string' ? tidy(text).includes(tidy(wanted)) : wanted.test(text);
    let said = '';
    await waitFor(
      async () => {
        said = await this.text(target);
        return fits(said);
      },
      () => this.#tell(`the text ${wanted}`),
      patience,
    );
    return said;
  }

  /**
   * Clicks an element in its middle, as the mouse does. It has to be enabled, uncovered and at rest:
   * a popup grows while it is drawn, and moves what is in it.
   */
  async click(target: Target, patience?: Patience): Promise<void> {
    let problem = '';
    let before = '';
    const point = await waitFor(
      async () => {
        const answer = await this.#call('clickPoint', target);
        const found = ClickPoint.parse(answer);
        const moved = JSON.stringify(found) !== before;
        before = JSON.stringify(found);
        problem = 'problem' in found ? found.problem : 'it moves';
        return 'problem' in found || moved ? undefined : found;
      },
      () => this.#tell(`a click on ${describeTarget(target)}${problem && `; ${problem}`}`),
      patience,
    );
    await this.#driver.clickAt(point.x, point.y);
  }

  /** Presses keys one after the other: 'Tab', 'Enter', 'a', 'Shift+Tab', 'Control+k'. */
  async press(...keys: string[]): Promise<void> {
    await this.#driver.press(keys);
  }

  /** Types text where the keyboard is; with a target, clicks it first and replaces what it holds. */
  async type(text: string, target?: Target): Promise<void> {
    if (target !== undefined) {
      await this.click(target);
      await waitFor(
        async () => (await this.#call('hasKeyboard', target)) === true,
        () => this.#tell(`the keyboard in ${describeTarget(target)}`),
      );
      await this.#driver.press(['Control+a']);
    }
    await this.#driver.press([...text]);
  }

  /** Presses Tab until the element has the keyboard; fails after `most` presses. */
  async tabTo(target: { role: string; name: string | RegExp }, most = 60): Promise<void> {
    const passed: string[] = [];
    for (let presses = 0; presses <= most; presses += 1) {
      const { role, name } = await this.focused();
      const named = typeof target.name === 'string' ? name === target.name : target.name.test(name);
      if (role === target.role && named) return;
      passed.push(`${role} "${name}"`);
      await this.#tab();
    }
    throw new Error(`Tab never came to ${describeTarget(target)}. It passed: ${passed.join(', ')}`);
  }

  /** Presses Tab and waits until the keyboard is elsewhere; at the end of a page it stays where it is. */
  async #tab(): Promise<void> {
    await this.#call('noteFocus');
    await this.press('Tab');
    await waitFor(
      async () => (await this.#call('hasFocusMoved')) === true,
      'the keyboard to move on',
      { timeout: 400 },
    ).catch(() => undefined);
  }

  /** Gives the page the keyboard, as a person does who has just opened it. */
  async focus(): Promise<void> {
    await this.#driver.focus();
  }

  /** Takes a picture; writes it as PNG when a path is given. */
  async screenshot(path?: string): Promise<Uint8Array> {
    const png = await this.#driver.screenshot();
    if (path) await writeFile(path, png);
    return png;
  }

  /** Breaches of axe-core's rules, of all or of those named, one line an element; empty when there are none. */
  async axe(rules?: readonly string[]): Promise<string[]> {
    await this.#installAxe();
    const breaches = await this.evaluate(async (only) => {
      const results = await window.axe?.run(document, {
        resultTypes: ['violations'],
        // Nothing is loaded from elsewhere, and elements are told by their markup.
        ...{ preload: false, selectors: false },
        ...(only && { runOnly: only }),
      });
      if (!results) throw new Error('axe-core is not in the page');
      return results.violations.flatMap(({ id, help, nodes }) =>
        nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 160)} (${node.failureSummary})`),
      );
    }, rules?.slice() ?? null);
    return Violations.parse(breaches);
  }

  /** Sets the colour scheme that the page is told of. */
  async setScheme(scheme: Scheme): Promise<void> {
    await this.#driver.setMedia({ scheme });
  }

  /** Switches forced colours (high contrast) on or off. */
  async setForcedColors(forcedColors: boolean): Promise<void> {
    await this.#driver.setMedia({ forcedColors });
  }

  async resize(size: Size): Promise<void> {
    await this.#driver.resize(size);
    await waitFor(
      async () => (await this.evaluate(() => window.innerWidth)) === size.width,
      `the ${this.kind} to be ${size.width} px wide`,
    );
  }

  async isOpen(): Promise<boolean> {
    return this.#driver.isOpen();
  }

  async close(): Promise<void> {
    await this.#driver.close();
  }

  /** Calls one of the functions installed in the page; installs them first where they are not. */
  async #call(name: keyof InPage, target?: Target | null, ...rest: string[]): Promise<unknown> {
    if (target && namesRole(target)) await this.#installRoleAndName();
    const args: (SentTarget | null)[] = target === undefined ? [] : [target && sendable(target)];
    const list = [...args, ...rest].map((arg) => JSON.stringify(arg)).join(', ');
    const expression = `(window.cocartE2e ??= (${inPage})()).${name}(${list})`;
    const json = await this.#driver.run(expression).catch((cause) => {
      const whose = target ? ` of ${describeTarget(target)}` : '';
      throw new Error(`${name}${whose} in the ${this.kind}: ${cause.message}`, { cause });
    });
    return JSON.parse(json);
  }

  async #installRoleAndName(): Promise<void> {
    const there = await this.#driver.run('typeof window.cocartRoleAndName');
    if (there === '"undefined"') await this.#driver.run(`(() => { ${ROLE_AND_NAME_SCRIPT} })()`);
  }

  async #installAxe(): Promise<void> {
    const there = await this.#driver.run('typeof window.axe');
    if (there === '"undefined"') await this.#driver.run(`(() => { ${await AXE_SCRIPT} })()`);
  }

  async #tell(wanted: string): Promise<string> {
    const text = await this.text().catch((error) => `(its text could not be read: ${error})`);
    return `${wanted} in the ${this.kind}, which says:\n${text}\n`;
  }
}

const ClickPoint = z.union([
  z.object({ x: z.number(), y: z.number() }),
  z.object({ problem: z.string() }),
]);

function namesRole(target: Target): boolean {
  return typeof target !== 'string';
}

function tidy(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
