/** What a list of a HAR holds. */
export type Listed = 'entries' | 'pages';

export interface ScanHandlers {
  /** One element of a list, as JSON text that is still to be parsed. */
  readonly onElement: (list: Listed, text: string) => void;
  /** One element is beyond what is read. */
  readonly onTooLarge: (list: Listed) => void;
}

/** How a file ended: well, in the middle of something, or it was none that could be read. */
export type ScanEnd = 'whole' | 'cut' | 'no-list' | 'no-json';

export interface EntryScanner {
  /** Takes the next bytes; false where they show that this is no JSON. */
  push(bytes: Uint8Array): boolean;
  end(): ScanEnd;
}

/** Elements beyond this many bytes are not parsed: a body of 16 MB as base64, escaped, fits. */
const MOST_ELEMENT_BYTES = 32 * 1024 * 1024;

/** Names of lists are shorter. */
const MOST_WORD = 16;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const BRACE_OPEN = 0x7b;
const BRACE_CLOSE = 0x7d;
const BRACKET_OPEN = 0x5b;
const BRACKET_CLOSE = 0x5d;
const SPACE = 0x20;

/**
 * Cuts the elements of `log.entries` and `log.pages` out of a HAR as its bytes arrive: it need never be in
 * memory as a whole, what is broken spoils its own element alone, and depth costs nothing. `getHAR` of
 * DevTools gives the log without its envelope, some tools the list alone; both are taken as well.
 */
export function createEntryScanner({ onElement, onTooLarge }: ScanHandlers): EntryScanner {
  let depth = 0;
  let begun = false;
  let inString = false;
  /** Bytes still to be passed over, of an escape at the end of the bytes before. */
  let skip = 0;
  /** The last text outside of lists: the name of what opens next. */
  let word = '';
  let list: { readonly name: Listed; readonly depth: number } | null = null;
  let hadEntries = false;
  let pieces: Uint8Array[] = [];
  let size = 0;
  let inElement = false;

  function keep(bytes: Uint8Array): void {
    size += bytes.byteLength;
    if (size > MOST_ELEMENT_BYTES) pieces = [];
    else pieces.push(bytes);
  }

  function finishElement(name: Listed): void {
    inElement = false;
    if (size > MOST_ELEMENT_BYTES) onTooLarge(name);
    else onElement(name, decode(pieces));
    pieces = [];
    size = 0;
  }

  function open(isList: boolean): boolean {
    const name: Listed | null =
      depth === 0 || word === 'entries' ? 'entries' : word === 'pages' ? 'pages' : null;
    const isElement = list !== null && depth === list.depth && !inElement;
    depth += 1;
    if (!list && isList && depth <= 3 && name) {
      list = { name, depth };
      hadEntries ||= name === 'entries';
    }
    return isElement;
  }

  function push(bytes: Uint8Array): boolean {
    let from = 0;
    let at = skip;
    skip = 0;
    while (at < bytes.length) {
      const byte = bytes[at] ?? 0;
      if (inString) {
        if (byte === BACKSLASH) at += 1;
        else if (byte === QUOTE) inString = false;
        else if (!list && word.length < MOST_WORD) word += String.fromCharCode(byte);
      } else if (byte === QUOTE) {
        inString = true;
        if (!list) word = '';
      } else if (byte === BRACE_OPEN || byte === BRACKET_OPEN) {
        begun = true;
        if (open(byte === BRACKET_OPEN)) {
          inElement = true;
          from = at;
        }
      } else if (byte === BRACE_CLOSE || byte === BRACKET_CLOSE) {
        depth -= 1;
        if (list && inElement && depth === list.depth) {
          keep(bytes.subarray(from, at + 1));
          finishElement(list.name);
        } else if (list && depth < list.depth) list = null;
      } else if (!begun && byte > SPACE) return false;
      at += 1;
    }
    skip = at - bytes.length;
    if (inElement) keep(bytes.subarray(from));
    return depth >= 0;
  }

  function end(): ScanEnd {
    if (!begun) return 'no-json';
    if (!hadEntries) return depth > 0 ? 'cut' : 'no-list';
    return depth > 0 ? 'cut' : 'whole';
  }

  return { push, end };
}

function decode(pieces: readonly Uint8Array[]): string {
  const decoder = new TextDecoder();
  const texts = pieces.map((piece) => decoder.decode(piece, { stream: true }));
  return texts.join('') + decoder.decode();
}
