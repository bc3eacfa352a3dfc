import { z } from '../../lib/zod.ts';
import type { FirefoxWindow } from './firefox-window.ts';
import { asJson, type Media, type Size, type SurfaceDriver, splitKeys } from './surface-driver.ts';

/** Panel and popup alike: a <browser> element inside Firefox's own window. */
export class FirefoxSurfaceDriver implements SurfaceDriver {
  readonly #window: FirefoxWindow;
  /** The number under which the window knows it. */
  readonly #surface: number;

  constructor(window: FirefoxWindow, surface: number) {
    this.#window = window;
    this.#surface = surface;
  }

  async run(expression: string): Promise<string> {
    return z.string().parse(await this.#window.call('run', this.#surface, asJson(expression)));
  }

  async clickAt(x: number, y: number): Promise<void> {
    await this.#window.call('clickAt', this.#surface, x, y);
  }

  async press(keys: readonly string[]): Promise<void> {
    await this.#window.call('press', this.#surface, keys.map(splitKeys));
  }

  async focus(): Promise<void> {
    await this.#window.call('focus', this.#surface);
  }

  async screenshot(): Promise<Uint8Array> {
    const base64 = z.string().parse(await this.#window.call('screenshot', this.#surface));
    return Buffer.from(base64, 'base64');
  }

  async setMedia(media: Media): Promise<void> {
    await this.#window.call('setMedia', this.#surface, media);
  }

  async resize(size: Size): Promise<void> {
    await this.#window.call('resize', this.#surface, size);
  }

  async isOpen(): Promise<boolean> {
    return z.boolean().parse(await this.#window.call('isOpen', this.#surface));
  }

  async close(): Promise<void> {
    await this.#window.call('close', this.#surface);
  }
}
