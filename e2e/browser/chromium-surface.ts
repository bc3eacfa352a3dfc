import type { CDPSession, Frame, Keyboard, KeyInput, Page } from 'puppeteer-core';
import { z } from '../../lib/zod.ts';
import { asJson, type Media, type Size, type SurfaceDriver, splitKeys } from './surface-driver.ts';
import { waitFor } from './wait-for.ts';

/** The panel: a frame of DevTools' page, in a process of its own. */
export class ChromiumPanelDriver implements SurfaceDriver {
  readonly #devtools: Page;
  readonly #frame: Frame;
  readonly #media: EmulatedMedia;

  constructor(devtools: Page, frame: Frame, session: CDPSession) {
    this.#devtools = devtools;
    this.#frame = frame;
    this.#media = new EmulatedMedia(session);
  }

  async run(expression: string): Promise<string> {
    return z.string().parse(await this.#frame.evaluate(asJson(expression)));
  }

  async clickAt(x: number, y: number): Promise<void> {
    const box = await this.#box();
    await this.#devtools.mouse.click(box.x + x, box.y + y);
  }

  press(keys: readonly string[]): Promise<void> {
    return pressAll(this.#devtools.keyboard, keys);
  }

  /** DevTools that are still building themselves take the focus back: it is asked for until it stays. */
  async focus(): Promise<void> {
    const element = await this.#frame.frameElement();
    await this.#devtools.bringToFront();
    await waitFor(async () => {
      await element?.focus();
      return this.#frame.evaluate(() => document.hasFocus());
    }, 'the panel to have the keyboard');
  }

  async screenshot(): Promise<Uint8Array> {
    const clip = await this.#box();
    return this.#devtools.screenshot({ clip, captureBeyondViewport: false });
  }

  setMedia(media: Media): Promise<void> {
    return this.#media.set(media);
  }

  async resize({ width, height }: Size): Promise<void> {
    // Above the panel stands DevTools' row of tabs.
    const { y } = await this.#box();
    await this.#devtools.setViewport({ width, height: height + y });
  }

  async isOpen(): Promise<boolean> {
    return !this.#devtools.isClosed() && !this.#frame.detached;
  }

  /** Closes DevTools as a whole. */
  async close(): Promise<void> {
    if (!this.#devtools.isClosed()) await this.#devtools.close();
  }

  async #box() {
    const box = await (await this.#frame.frameElement())?.boundingBox();
    if (!box) throw new Error('The panel is not shown in DevTools.');
    return box;
  }
}

/** The popup of the toolbar button: a page of its own. */
export class ChromiumPopupDriver implements SurfaceDriver {
  readonly #page: Page;
  readonly #media: EmulatedMedia;

  constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#media = new EmulatedMedia(session);
  }

  async run(expression: string): Promise<string> {
    return z.string().parse(await this.#page.evaluate(asJson(expression)));
  }

  clickAt(x: number, y: number): Promise<void> {
    return this.#page.mouse.click(x, y);
  }

  press(keys: readonly string[]): Promise<void> {
    return pressAll(this.#page.keyboard, keys);
  }

  async focus(): Promise<void> {
    // A popup has the keyboard from the moment it opens.
  }

  screenshot(): Promise<Uint8Array> {
    return this.#page.screenshot();
  }

  setMedia(media: Media): Promise<void> {
    return this.#media.set(media);
  }

  async resize(): Promise<void> {
    throw new Error('A popup takes the size of what it holds.');
  }

  async isOpen(): Promise<boolean> {
    return !this.#page.isClosed();
  }

  async close(): Promise<void> {
    if (!this.#page.isClosed()) await this.#page.close();
  }
}

/** Media features as set so far; the protocol takes them all at once. */
class EmulatedMedia {
  readonly #session: CDPSession;
  #media: Media = {};

  constructor(session: CDPSession) {
    this.#session = session;
  }

  async set(media: Media): Promise<void> {
    this.#media = { ...this.#media, ...media };
    const { scheme = '', forcedColors = false } = this.#media;
    await this.#session.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'forced-colors', value: forcedColors ? 'active' : 'none' },
      ],
    });
  }
}

async function pressAll(keyboard: Keyboard, keys: readonly string[]): Promise<void> {
  for (const combination of keys) {
    const { modifiers, key } = splitKeys(combination);
    if (modifiers.length === 0 && key.length === 1) {
      // Writes characters that no key of the layout has, too.
      await keyboard.type(key);
      continue;
    }
    const held = modifiers.map(knownKey);
    for (const modifier of held) await keyboard.down(modifier);
    await keyboard.press(knownKey(key));
    for (const modifier of held.toReversed()) await keyboard.up(modifier);
  }
}

function knownKey(key: string): KeyInput {
  if (!isKeyInput(key)) throw new Error(`No key "${key}" is known.`);
  return key;
}

function isKeyInput(key: string): key is KeyInput {
  return /^[a-z0-9 ]$/i.test(key) || NAMED_KEYS.has(key);
}

const NAMED_KEYS: ReadonlySet<string> = new Set([
  'Alt',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'Backspace',
  'Control',
  'Delete',
  'End',
  'Enter',
  'Escape',
  'Home',
  'Meta',
  'PageDown',
  'PageUp',
  'Shift',
  'Tab',
] satisfies KeyInput[]);
