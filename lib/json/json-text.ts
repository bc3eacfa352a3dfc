import { entryOf, isContainer, keysOf, sizeOf } from './container.ts';

/** Indentation stops growing here: 10,000 levels would otherwise write 100 MB of blanks. */
const DEEPEST_INDENT = 40;

interface Frame {
  readonly container: object;
  readonly keys: readonly string[] | null;
  readonly size: number;
  next: number;
}

export interface JsonText {
  readonly text: string;
  /** True when `limit` cut it: the text is then not whole JSON. */
  readonly cut: boolean;
}

function scalarText(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}

function lineBreak(depth: number): string {
  return `\n${'  '.repeat(Math.min(depth, DEEPEST_INDENT))}`;
}

/**
 * Writes a parsed JSON value with two blanks a level, as `JSON.stringify(value, null, 2)` does, but
 * without the call stack, so that deep nesting cannot break it.
 *
 * @param limit characters after which it stops
 */
export function jsonText(value: unknown, limit = Number.POSITIVE_INFINITY): JsonText {
  const parts: string[] = [];
  const frames: Frame[] = [];
  let length = 0;
  const write = (text: string) => {
    parts.push(text);
    length += text.length;
  };
  const begin = (entry: unknown) => {
    if (!isContainer(entry)) return write(scalarText(entry));
    const keys = keysOf(entry);
    const size = keys?.length ?? sizeOf(entry);
    if (size === 0) return write(keys === null ? '[]' : '{}');
    write(keys === null ? '[' : '{');
    frames.push({ container: entry, keys, size, next: 0 });
  };
  begin(value);
  for (let frame = frames.at(-1); frame !== undefined && length <= limit; frame = frames.at(-1)) {
    if (frame.next === frame.size) {
      frames.pop();
      write(lineBreak(frames.length) + (frame.keys === null ? ']' : '}'));
      continue;
    }
    const key = frame.keys?.[frame.next] ?? frame.next;
    write(`${frame.next === 0 ? '' : ','}${lineBreak(frames.length)}`);
    if (frame.keys !== null) write(`${scalarText(key)}: `);
    frame.next += 1;
    begin(entryOf(frame.container, key));
  }
  const text = parts.join('');
  return text.length > limit ? { text: text.slice(0, limit), cut: true } : { text, cut: false };
}
