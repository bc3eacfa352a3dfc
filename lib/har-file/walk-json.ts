import { type Leaf, placeOfField, snakeCase } from './place.ts';

/** A container that is open, and what was said in it last. */
interface Frame {
  readonly isList: boolean;
  /** The field that is being read; of a list the name that it stands under. */
  name: string;
  /** What `key`, `name` or `field` said: a `value` beside it is that field's (lists of meta data). */
  named: string | null;
  /** True where a name has to follow. */
  expectsName: boolean;
}

/** Fields under which lines stand by their item keys; the outermost object of v1 has no name. */
const BY_ITEM_KEY = /^(?:items|removed_items|quantity|cart_contents|)$/;

const ITEM_KEY = /^[0-9a-f]{32}$/;

/** White space, punctuation, numbers and words that JSON knows between its strings. */
const BETWEEN = /[\s,:]+|[[\]{}]|-?\d[\d.eE+-]*|true|false|null/y;

/**
 * Reads the JSON that begins at `start`, giving each name and value to `leaf`, and writes it anew as it
 * stood but for what `leaf` changed: numbers keep their digits, fields their order. JSON that was cut off
 * is read as far as it goes. Null where it turns out to be none.
 */
export function mapJson(
  text: string,
  start: number,
  leaf: Leaf,
  mapText: (text: string) => string,
): { readonly text: string; readonly end: number } | null {
  const written: string[] = [];
  const frames: Frame[] = [];
  let at = start;
  while (at < text.length) {
    if (text[at] === '"') {
      const end = endOfString(text, at);
      written.push(mapString(text.slice(at, end), frames, leaf, mapText));
      at = end;
      continue;
    }
    BETWEEN.lastIndex = at;
    const token = BETWEEN.exec(text)?.[0];
    if (token === undefined) return null;
    at += token.length;
    written.push(/^-?\d/.test(token) ? mapNumber(token, frames, leaf) : token);
    const frame = frames.at(-1);
    if (token === '{' || token === '[') frames.push(openFrame(token === '[', frame));
    else if (token === '}' || token === ']') {
      frames.pop();
      if (frames.length === 0) return { text: written.join(''), end: at };
    } else if (frame && token.includes(',')) frame.expectsName = !frame.isList;
  }
  return { text: written.join(''), end: at };
}

function openFrame(isList: boolean, outer: Frame | undefined): Frame {
  return { isList, name: outer?.name ?? '', named: null, expectsName: !isList };
}

function mapString(
  raw: string,
  frames: readonly Frame[],
  leaf: Leaf,
  mapText: (text: string) => string,
): string {
  const frame = frames.at(-1);
  const text = readString(raw);
  if (frame?.expectsName) {
    frame.expectsName = false;
    frame.name = text;
    const isItem = ITEM_KEY.test(text) && BY_ITEM_KEY.test(frames.at(-2)?.name ?? '');
    return rewrite(raw, text, leaf(text, isItem ? 'public' : 'word'));
  }
  if (frame && /^(?:key|name|field)$/i.test(frame.name)) frame.named = text;
  const place = placeIn(frames);
  return rewrite(raw, text, place === 'text' ? mapText(text) : leaf(text, place));
}

function mapNumber(token: string, frames: readonly Frame[], leaf: Leaf): string {
  const place = placeIn(frames);
  const mapped = leaf(token, place === 'text' || place === 'public' ? 'number' : place);
  return mapped === token ? token : JSON.stringify(mapped);
}

function placeIn(frames: readonly Frame[]) {
  const frame = frames.at(-1);
  if (!frame) return 'text';
  const name = frame.name === 'value' && frame.named !== null ? frame.named : frame.name;
  return placeOfField(
    name,
    frames.slice(-4, -1).map((outer) => snakeCase(outer.name)),
  );
}

function rewrite(raw: string, text: string, mapped: string): string {
  return mapped === text ? raw : JSON.stringify(mapped);
}

/** Index behind the quotation mark that closes the string at `start`, or the text's end. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return text.length;
    let slashes = 0;
    while (text[quote - 1 - slashes] === '\\' && quote - slashes > at) slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
    at = quote + 1;
  }
  return text.length;
}

/** What a string says; of a broken one what stands there. */
function readString(raw: string): string {
  const inner = raw.length > 1 && raw.endsWith('"') ? raw.slice(1, -1) : raw.slice(1);
  if (!inner.includes('\\')) return inner;
  try {
    const said: unknown = JSON.parse(`"${inner}"`);
    return typeof said === 'string' ? said : inner;
  } catch {
    return inner;
  }
}
