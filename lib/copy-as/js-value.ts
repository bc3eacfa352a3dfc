import { isObject } from '../cocart/fit.ts';
import { jsName } from './javascript.ts';

/** Writes the text of a field as JavaScript. */
export type WriteField = (name: string, value: string) => string;

/** Deeper data is a stranger’s: WordPress itself reads 512 levels, and a cart has four. */
const MAX_DEPTH = 64;

/** The object of a JSON text; null where it is none, or too deep to be written as code. */
export function readJsonObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) && !isDeeper(json, MAX_DEPTH) ? json : null;
  } catch {
    return null;
  }
}

function isDeeper(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((member) => isDeeper(member, depth - 1));
}

/** JSON data as JavaScript. `name` is the field that holds it. */
export function jsValue(value: unknown, write: WriteField, indent = '', name = ''): string {
  if (typeof value === 'string') return write(name, value);
  if (typeof value !== 'object' || value === null) return String(value);
  const inner = `${indent}  `;
  const [open, close, lines] = Array.isArray(value)
    ? ['[', ']', value.map((member) => jsValue(member, write, inner, name))]
    : [
        '{',
        '}',
        Object.entries(value).map(
          ([key, member]) => `${jsName(key)}: ${jsValue(member, write, inner, key)}`,
        ),
      ];
  if (lines.length === 0) return open + close;
  return [open, ...lines.map((line) => `${inner}${line},`), indent + close].join('\n');
}
