import { giveLabels, HIDDEN, isLabel } from './labels.ts';
import { MOST_LAYERS, mapBase64, mapPercent, openWhole } from './openings.ts';
import type { Leaf, Place, SecretKind } from './place.ts';
import { NO_SECRET, secretOf } from './secret-of.ts';
import { createSweep } from './sweep.ts';

/** Field names as APIs have them; a person's name among them is theirs. */
const MACHINE_WORD = /^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/;

/** Segments of routes (`routes.ts`), which a person's name must not take away. */
const ROUTE_WORDS =
  /^(?:wp-json|index\.php|cocart|v[12]|(?:get-|load-)?cart|items?|totals?|counts?|sessions?|stores?|products?|batch|login|logout|customer|clear|update|calculate)$/;

/** Words of these kinds are found within longer words as well. */
const ANYWHERE: ReadonlySet<SecretKind> = new Set(['key', 'hash', 'token', 'e-mail']);

/** Texts that are remembered, and how long they may be: bodies of one cart repeat nearly all of theirs. */
export const MOST_REMEMBERED = 20_000;
export const LONGEST_REMEMBERED = 300;

/** What was hidden, as distinct values by kind. */
export type HiddenCounts = ReadonlyMap<SecretKind | 'other', number>;

/** Writes texts without the secrets in them. */
export interface Hiding {
  readonly hide: Leaf;
  /** Of what was written so far. */
  counts(): HiddenCounts;
}

/** `taken` are labels that stand in the texts already. */
export function createHiding(
  secrets: ReadonlyMap<string, SecretKind>,
  taken: ReadonlySet<string>,
): Hiding {
  const labels = giveLabels(secrets, taken);
  const lower = new Map([...secrets.keys()].map((text) => [text.toLowerCase(), text]));
  const hidden = new Map<SecretKind | 'other', Set<string>>();
  const remembered = new Map<string, string>();

  function count(kind: SecretKind | 'other', text: string): void {
    hidden.set(kind, (hidden.get(kind) ?? new Set()).add(text));
  }

  function labelOf(found: string): string {
    const text = secrets.has(found) ? found : lower.get(found.toLowerCase());
    const kind = text === undefined ? undefined : secrets.get(text);
    count(kind ?? 'other', text ?? found);
    return (text !== undefined && labels.get(text)) || HIDDEN;
  }

  const sweep = createSweep(
    [...secrets].map(([text, kind]) => ({ text, anywhere: ANYWHERE.has(kind) })),
    labelOf,
  );

  function hideIn(text: string, withWords: boolean, layer = 0): string {
    if (layer === MOST_LAYERS) return sweep(text, withWords);
    const inner = (opened: string) => hideIn(opened, withWords, layer + 1);
    for (const opened of openWhole(text)) {
      const mapped = inner(opened);
      if (mapped !== opened) return mapped;
    }
    const swept = mapPercent(sweep(text, withWords), inner);
    return mapBase64(swept, (opened) => inner(opened) !== opened, HIDDEN);
  }

  function hideAt(text: string, place: Place): string {
    const kind = secretOf(text, place);
    if (NO_SECRET.test(text) || isLabel(text.trim())) return text;
    if (kind) return labelOf(text.trim());
    switch (place) {
      case 'opaque':
        return labelOf(text.trim());
      case 'number':
        return secrets.get(text) === 'phone' ? labelOf(text) : text;
      case 'fixed':
        return hideIn(text, false);
      case 'word':
        return hideIn(text, !MACHINE_WORD.test(text));
      case 'segment':
        return hideIn(text, !ROUTE_WORDS.test(text));
      default:
        return hideIn(text, true);
    }
  }

  const hide: Leaf = (text, place) => {
    const id = `${place} ${text}`;
    const known = remembered.get(id);
    if (known !== undefined) return known;
    const mapped = hideAt(text, place);
    if (remembered.size > MOST_REMEMBERED) remembered.clear();
    if (text.length <= LONGEST_REMEMBERED) remembered.set(id, mapped);
    return mapped;
  };
  const counts = () => new Map([...hidden].map(([kind, values]) => [kind, values.size] as const));
  return { hide, counts };
}
