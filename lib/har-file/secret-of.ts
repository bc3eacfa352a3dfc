import type { Place, SecretKind } from './place.ts';

/** Values that stand in a key's place and are none: slips of front ends, and cookies that go. */
export const NO_SECRET =
  /^(?:\s*|0|null|undefined|nan|true|false|deleted|hidden|\[object object\]|[•*.…]+)$/i;

/** Which kind of secret all of a text is, by its place; null where it is none. */
export function secretOf(text: string, place: Place): SecretKind | null {
  switch (place) {
    case 'user':
      return /^\s*[1-9]\d*\s*$/.test(text) ? 'key' : null;
    case 'opaque':
      // A word may stand there, which would then be hidden everywhere.
      return /^(?=.*\d)\S{12,}$/.test(text.trim()) ? 'token' : null;
    case 'public':
    case 'word':
    case 'fixed':
    case 'segment':
    case 'number':
    case 'text':
      return null;
    default:
      return place;
  }
}
