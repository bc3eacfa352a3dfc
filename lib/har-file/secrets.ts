import { cartNameText } from '../cart-names.ts';
import { isPseudonym } from '../cocart/cart-key.ts';
import { MOST_LAYERS, mapBase64, mapPercent, openWhole } from './openings.ts';
import { findSecrets } from './patterns.ts';
import type { Leaf, Place, SecretKind } from './place.ts';
import { createSweep } from './sweep.ts';

/** Values that stand in a key's place and are none: slips of front ends, and cookies that go. */
const NO_SECRET =
  /^(?:\s*|0|null|undefined|nan|true|false|deleted|hidden|\[object object\]|[•*.…]+)$/i;

/** Stands where nobody can say what stood there; no cookie or address has to encode it. */
const HIDDEN = 'hidden';

/** Labels of an earlier export: what is hidden stays so under the same name. */
const LABEL = /^(?:hash|token|e-mail|name|street|city|phone|ip)-\d{1,6}$/;

/** Field names as APIs have them; a person's name among them is theirs. */
const MACHINE_WORD = /^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/;

/** Segments of routes (`routes.ts`), which a person's name must not take away. */
const ROUTE_WORDS =
  /^(?:wp-json|index\.php|cocart|v[12]|(?:get-|load-)?cart|items?|totals?|counts?|sessions?|stores?|products?|batch|login|logout|customer|clear|update|calculate)$/;

/** Words of these kinds are found within longer words as well. */
const ANYWHERE: ReadonlySet<SecretKind> = new Set(['key', 'hash', 'token', 'e-mail']);

/** Texts that are remembered, and how long they may be: bodies of one cart repeat nearly all of theirs. */
const MOST_REMEMBERED = 20_000;
const LONGEST_REMEMBERED = 300;

/** What was hidden, as distinct values by kind. */
export type HiddenCounts = ReadonlyMap<SecretKind | 'other', number>;

/** Secrets as they were noted: first everything is read by `note`, then written by what `seal` gives. */
export interface Secrets {
  readonly note: Leaf;
  seal(): { readonly hide: Leaf; counts(): HiddenCounts };
}

export function createSecrets(): Secrets {
  const noted = new Map<string, SecretKind>();
  const publicHashes = new Set<string>();
  const taken = new Set<string>();

  function add(text: string, kind: SecretKind): void {
    const secret = text.trim();
    if (NO_SECRET.test(secret)) return;
    if (isLabel(secret)) taken.add(secret);
    else if (!noted.has(secret) || kind === 'key')
      noted.set(secret, isEmail(secret) ? 'e-mail' : kind);
    if (kind === 'phone' && secret.replace(/\D/g, '').length > 8) {
      noted.set(secret.replace(/\D/g, ''), kind);
    }
  }

  function noteIn(text: string, layer: number, withHex: boolean): void {
    for (const { text: secret, kind } of findSecrets(text)) {
      if (withHex || kind !== 'hash') add(secret, kind);
    }
    if (layer === MOST_LAYERS) return;
    const inner = (opened: string) => {
      noteIn(opened, layer + 1, withHex);
      return opened;
    };
    openWhole(text).forEach(inner);
    mapPercent(text, inner);
    mapBase64(text, (opened) => inner(opened) !== opened, '');
  }

  const seen = new Set<string>();
  const note: Leaf = (text, place) => {
    const id = `${place} ${text}`;
    if (seen.has(id)) return text;
    if (seen.size > MOST_REMEMBERED) seen.clear();
    if (text.length <= LONGEST_REMEMBERED) seen.add(id);
    const kind = secretOf(text, place);
    if (kind) add(text, kind);
    if (place === 'public' && /^[0-9a-f]{32}$/.test(text)) publicHashes.add(text);
    else if (place !== 'number') noteIn(text, 0, place !== 'word' && place !== 'fixed');
    return text;
  };

  return {
    note,
    seal() {
      const secrets = [...noted].filter(
        ([text, kind]) => kind !== 'hash' || !publicHashes.has(text),
      );
      return createHiding(new Map(secrets), taken);
    },
  };
}

function createHiding(secrets: ReadonlyMap<string, SecretKind>, taken: ReadonlySet<string>) {
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

/** Which kind of secret all of a text is, by its place; null where it is none. */
function secretOf(text: string, place: Place): SecretKind | null {
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

/** Whatever the field says: many sign in by their e-mail. */
function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}

function isLabel(text: string): boolean {
  return LABEL.test(text) || isPseudonym(text);
}

/** `guest-A`, `customer-B`, `name-1`: in the order in which they were met, none twice. */
function giveLabels(
  secrets: ReadonlyMap<string, SecretKind>,
  taken: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const next = new Map<SecretKind, number>();
  const letters = new Set([...taken].map((label) => label.slice(label.lastIndexOf('-'))));
  for (const [text, kind] of secrets) {
    let number = next.get(kind) ?? 0;
    const label = () =>
      kind === 'key' ? cartNameText(text, { number, label: null }) : `${kind}-${number + 1}`;
    const isTaken = () =>
      kind === 'key' ? letters.has(label().slice(label().lastIndexOf('-'))) : taken.has(label());
    while (isTaken()) number += 1;
    labels.set(text, label());
    next.set(kind, number + 1);
  }
  return labels;
}
