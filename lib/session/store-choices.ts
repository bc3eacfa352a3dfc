import type { StoreAddress } from '../cocart/reading.ts';
import type { Grant } from '../host.ts';
import { storeIdOf } from '../log/call.ts';
import { readTypedStore } from '../typed-store.ts';

/** A store that may stand behind a front end, and how it is known. */
export interface StoreChoice {
  readonly store: StoreAddress;
  readonly from: 'heard' | 'granted';
}

/** Beyond these a person types the address. */
const MOST_CHOICES = 6;

/**
 * Stores to choose from for a front end: those whose calls were heard, in any tab, then sites that
 * access was given to. A guess is none of them: a key goes to the store that is chosen.
 */
export function storeChoices(
  frontEnd: string,
  heard: readonly StoreAddress[],
  grants: readonly Grant[],
): readonly StoreChoice[] {
  // Access can be given in the browser's settings to all sites, or to all below a name.
  const granted = grants
    .filter(({ origin }) => !origin.includes('*'))
    .flatMap(({ origin }) => readTypedStore(origin) ?? []);
  const origins = new Set(heard.map(({ origin }) => origin));
  const choices = [
    ...heard.map((store): StoreChoice => ({ store, from: 'heard' })),
    ...granted
      .filter(({ origin }) => !origins.has(origin))
      .map((store): StoreChoice => ({ store, from: 'granted' })),
  ];
  const seen = new Set<string>();
  return choices
    .filter(({ store: { namespace, origin } }) => namespace !== '' && origin !== frontEnd)
    .filter(({ store }) => !seen.has(storeIdOf(store)) && seen.add(storeIdOf(store)))
    .slice(0, MOST_CHOICES);
}
