import { type Leaf, placeOfField, placeOfParameter } from './place.ts';
import { mapAddress } from './walk-address.ts';
import { mapForm } from './walk-form.ts';
import { mapJson } from './walk-json.ts';

/** A field with its value in what is no JSON as a whole: cut, garbled, escaped once more, or PHP's own format. */
const FIELD =
  /(\\{0,8}["'])([\w-]{1,60})\1(?:\s{0,9}(?::|=>)\s{0,9}|;s:\d{1,9}:)(\\{0,8}["'])((?:(?!\3)[^\n]){0,2000})/g;

const ADDRESS = /https?:\\?\/\\?\/[^\s"<>`]+/gi;

/** A form with parts: its name, the rest of its head, its value up to the next boundary. */
const PART = /(name="([^"\r\n]*)"[^\n]*\r?\n(?:[^\r\n]+\r?\n)*\r?\n)([\s\S]*?)(?=\r?\n--|$)/g;

/** What none of the forms below can do without. */
const FORMED = /[=:{[/\\]/;

const LOCAL_ADDRESS = /^\/[^\s"'<>]*$/;

const FORM = /^[^\s={}<>"]+=[^\s{}<>"]*$/;

/** Where JSON may begin in other output, as `parseBody` looks for it. */
const JSON_START = /(?<=^|[\n>(])[{[]/g;
const MOST_STARTS = 10;

/** JSON in JSON in JSON is looked into so many times; what is deeper counts as text. */
const MOST_LAYERS = 6;

/** Reads a body, or any text that may be one: JSON, what stands around it, forms, pages. */
export function mapText(text: string, leaf: Leaf, layer = 0): string {
  if (!FORMED.test(text) || layer > MOST_LAYERS) return leaf(text, 'text');
  const inner = (part: string) => mapText(part, leaf, layer + 1);
  let tried = 0;
  for (const { index } of text.matchAll(JSON_START)) {
    const json = mapJson(text, index, leaf, inner);
    if (json) {
      const before = mapLoose(text.slice(0, index), leaf, inner);
      const rest = text.slice(json.end);
      return before + json.text + (rest === '' ? '' : mapLoose(rest, leaf, inner));
    }
    tried += 1;
    if (tried === MOST_STARTS) break;
  }
  if (LOCAL_ADDRESS.test(text)) return mapAddress(text, leaf, inner);
  // A secret may hold what parts a form or a field, and is found only where the parts stand together.
  return leaf(mapFormed(text, leaf, inner), 'text');
}

function mapFormed(text: string, leaf: Leaf, inner: (part: string) => string): string {
  if (text.startsWith('--')) return mapParts(text, leaf, inner);
  if (FORM.test(text.trim())) return mapForm(text, leaf, inner);
  return mapLoose(text, leaf, inner);
}

function mapParts(text: string, leaf: Leaf, inner: (part: string) => string): string {
  let from = 0;
  let written = '';
  for (const part of text.matchAll(PART)) {
    const [whole, head = '', name = '', value = ''] = part;
    const place = placeOfParameter(name);
    written += leaf(text.slice(from, part.index), 'text') + leaf(head, 'text');
    written += place === 'text' ? inner(value) : leaf(value, place);
    from = part.index + whole.length;
  }
  return written + mapLoose(text.slice(from), leaf, inner);
}

/** Text of no known form: its fields and addresses one by one, the rest as it stands. */
function mapLoose(text: string, leaf: Leaf, inner: (part: string) => string): string {
  const fields = [...text.matchAll(FIELD)].map((found) => {
    const [whole, , name = '', , value = ''] = found;
    const at = found.index + whole.length - value.length;
    const place = placeOfField(name, []);
    return { at, text: value, mapped: place === 'text' ? inner(value) : leaf(value, place) };
  });
  let from = 0;
  let written = '';
  for (const { at, text: value, mapped } of fields) {
    written += mapAddresses(text.slice(from, at), leaf, inner) + mapped;
    from = at + value.length;
  }
  return written + mapAddresses(text.slice(from), leaf, inner);
}

function mapAddresses(text: string, leaf: Leaf, inner: (part: string) => string): string {
  let from = 0;
  let written = '';
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    written += leaf(text.slice(from, index), 'text') + mapAddress(address, leaf, inner);
    from = index + address.length;
  }
  return written + leaf(text.slice(from), 'text');
}
