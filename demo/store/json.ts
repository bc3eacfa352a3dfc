import { createHash } from 'node:crypto';

/** Anything JSON can say. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

export type JsonObject = { readonly [key: string]: Json };

/** PHP writes an associative array that is empty as `[]`, and as an object otherwise. */
export function phpArray(entries: JsonObject): Json {
  return Object.keys(entries).length === 0 ? [] : entries;
}

/** Text as PHP's json_encode writes it by default: slashes and everything beyond ASCII escaped. */
export function phpJson(value: Json): string {
  return JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replace(
      /[\u0080-\uffff]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}

export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
