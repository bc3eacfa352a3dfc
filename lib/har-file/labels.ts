import { cartNameText } from '../cart-names.ts';
import { isPseudonym } from '../cocart/cart-key.ts';
import type { SecretKind } from './place.ts';

/** Stands where nobody can say what stood there; no cookie or address has to encode it. */
export const HIDDEN = 'hidden';

/** Labels of an earlier export: what is hidden stays so under the same name. */
const LABEL = /^(?:hash|token|e-mail|name|street|city|phone|ip)-\d{1,6}$/;

/** True for what an earlier export wrote in a secret's stead. */
export function isLabel(text: string): boolean {
  return LABEL.test(text) || isPseudonym(text);
}

/** `guest-A`, `customer-B`, `name-1`: in the order in which they were met, none twice. */
export function giveLabels(
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
