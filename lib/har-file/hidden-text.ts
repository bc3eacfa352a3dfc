import { counted } from '../counted.ts';
import type { HiddenCounts } from './hiding.ts';
import type { SecretKind } from './place.ts';

/** How each kind is called, and in which order they are told. */
const WORDS: readonly (readonly [kind: SecretKind | 'other', word: string, plural?: string])[] = [
  ['key', 'cart key'],
  ['token', 'credential'],
  ['hash', 'hash', 'hashes'],
  ['e-mail', 'e-mail'],
  ['name', 'name'],
  ['street', 'street'],
  ['city', 'city', 'cities'],
  ['phone', 'phone number'],
  ['ip', 'IP address', 'IP addresses'],
  ['other', 'value of unknown headers and cookies', 'values of unknown headers and cookies'],
];

/** `2 cart keys`, `3 e-mails`: one text a kind, of distinct values. */
export function hiddenTexts(hidden: HiddenCounts): readonly string[] {
  return WORDS.flatMap(([kind, word, plural]) => {
    const count = hidden.get(kind) ?? 0;
    if (count === 0) return [];
    return [count > 1 && plural ? `${count} ${plural}` : counted(count, word)];
  });
}
