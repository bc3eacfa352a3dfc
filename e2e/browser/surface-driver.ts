/** The two colour schemes a person may have set. */
export type Scheme = 'light' | 'dark';

/** What the person's system asks of a page. */
export interface Media {
  scheme?: Scheme;
  forcedColors?: boolean;
}

/** A size in CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

/**
 * What differs between the browsers about one page of the extension that a person sees: the panel
 * inside DevTools or the popup of the toolbar button. Everything else is in `Surface`, once.
 */
export interface SurfaceDriver {
  /** Evaluates an expression in the page, awaits it, and answers its value as JSON text. */
  run(expression: string): Promise<string>;
  /** A trusted click of the first mouse button at a point of the page, in CSS pixels. */
  clickAt(x: number, y: number): Promise<void>;
  /** Presses keys one after the other, trusted: 'Tab', 'Enter', 'a', 'Shift+Tab', 'Control+k'. */
  press(keys: readonly string[]): Promise<void>;
  /** Gives the page the keyboard, as a person does who has just opened it. */
  focus(): Promise<void>;
  /** What is painted, as PNG bytes. */
  screenshot(): Promise<Uint8Array>;
  setMedia(media: Media): Promise<void>;
  /** Makes the page so large, as dragging the edge of DevTools does. */
  resize(size: Size): Promise<void>;
  isOpen(): Promise<boolean>;
  close(): Promise<void>;
}

/** Wraps an expression so that it answers its awaited value as JSON text; no value is `null`. */
export function asJson(expression: string): string {
  return `(async () => JSON.stringify((await (${expression})) ?? null))()`;
}

/** Splits 'Control+Shift+k' into the modifiers to hold and the key to press. '+' alone is a key. */
export function splitKeys(combination: string): { modifiers: string[]; key: string } {
  if (combination.length === 1) return { modifiers: [], key: combination };
  const modifiers = combination.split('+');
  const key = modifiers.pop() ?? '';
  return { modifiers, key };
}
