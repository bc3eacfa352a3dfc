import { createHiding, type Hiding, LONGEST_REMEMBERED, MOST_REMEMBERED } from './hiding.ts';
import { isLabel } from './labels.ts';
import { MOST_LAYERS, mapBase64, mapPercent, openWhole } from './openings.ts';
import { findSecrets } from './patterns.ts';
import type { Leaf, SecretKind } from './place.ts';
import { NO_SECRET, secretOf } from './secret-of.ts';

/** Secrets as they were noted: first everything is read by `note`, then written by what `seal` gives. */
export interface Secrets {
  readonly note: Leaf;
  seal(): Hiding;
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

/** Whatever the field says: many sign in by their e-mail. */
function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}
