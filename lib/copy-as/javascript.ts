import { type CopiedRequest, headerText, type TextHeader } from './copied-request.ts';
import { plain, standIn, type Text, variablesOf } from './text.ts';

/** What a quoted text cannot hold as it is: besides its quotes what nobody sees, and what would end a page’s script. */
const ESCAPED = {
  "'": /[\\']|<(?=\/script|!--)|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/giu,
  '`': /[\\`]|\$(?=\{)|<(?=\/script|!--)|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/giu,
} as const;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A text as JavaScript: a string, or a template where variables stand in it. */
export function jsText(text: Text): string {
  const [only, ...more] = text;
  if (only === undefined) return "''";
  if (more.length === 0 && typeof only !== 'string') return only.variable;
  const quote = text.every((piece) => typeof piece === 'string') ? "'" : '`';
  const inner = text.map((piece) =>
    typeof piece === 'string' ? escaped(piece, quote) : `\${${piece.variable}}`,
  );
  return quote + inner.join('') + quote;
}

function escaped(text: string, quote: keyof typeof ESCAPED): string {
  return text.replace(ESCAPED[quote], (found) => {
    if (/^[\\'`$]$/.test(found)) return `\\${found}`;
    return SHORT[found] ?? found.split('').map(unicodeEscape).join('');
  });
}

function unicodeEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A name in an object literal. `__proto__` would be no property, but what the object inherits from. */
export function jsName(name: string): string {
  if (name === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : jsText([name]);
}

/** A line a note, then one a variable, to be filled in, then an empty one; none where there is nothing to say. */
export function jsOpening(notes: readonly string[], texts: readonly Text[]): readonly string[] {
  const lines = [
    ...notes.map((note) => `// ${note}`),
    ...variablesOf(texts).map((name) => `const ${name} = ${jsText([standIn(name)])};`),
  ];
  return lines.length === 0 ? [] : [...lines, ''];
}

/** Headers as the lines of an object literal. */
export function jsHeaders(headers: readonly TextHeader[], indent: string): readonly string[] {
  if (headers.length === 0) return [];
  const lines = headers.map(
    ({ name, value }) => `${indent}  ${jsName(name)}: ${jsText(bytes(value))},`,
  );
  return [`${indent}headers: {`, ...lines, `${indent}},`];
}

/** A script’s header is a string of bytes (Fetch, 5.2): what is not ASCII is written as the bytes of its UTF-8. */
function bytes(value: Text): Text {
  return value.map((piece) =>
    typeof piece === 'string'
      ? Array.from(new TextEncoder().encode(piece), (byte) => String.fromCharCode(byte)).join('')
      : piece,
  );
}

/** The body of a call to `fetch` or `send`: as bytes where a text would be given a type that it did not have. */
export function jsBody(request: CopiedRequest, body: Text): string {
  const text = jsText(body);
  return headerText(request, 'content-type') === null ? `new TextEncoder().encode(${text})` : text;
}

/** The body that can be sent from JavaScript, and a note where it cannot: with GET and HEAD there is none. */
export function sendable({ method, body }: CopiedRequest): {
  readonly body: Text | null;
  readonly notes: readonly string[];
} {
  if (body === null || !/^(?:GET|HEAD)$/.test(method)) return { body, notes: [] };
  return {
    body: null,
    notes: [`The body is left out: with ${method} none can be sent from here.`],
  };
}

/** Said where the request carried cookies and a page’s script repeats it. */
export const COOKIE_NOTE = 'Goes with the cookies that the browser has, which no script can set.';

/** True where the request carried cookies. */
export function hasCookies({ headers }: CopiedRequest): boolean {
  return headers.some(({ name, value }) => name.toLowerCase() === 'cookie' && plain(value) !== '');
}
