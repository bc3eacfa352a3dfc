import type { Act } from './act.ts';
import { v1RefusalsOf } from './v1-refusals.ts';
import type { WriteTarget } from './write-target.ts';

/** What is said of an act that v1 refuses, and of v2 in its place. */
export interface V1RefusalWords {
  readonly title: string;
  readonly byV2: string;
}

/** Says which writes of an act v1 is known to refuse whatever the cart holds; null where none. */
export function v1RefusalWords(act: Act): V1RefusalWords | null {
  const refused = v1RefusalsOf(act);
  if (refused.length === 0) return null;
  const told = refused.map(({ does, status }) => `to ${does} (HTTP ${status})`).join(' and ');
  const { version } = act.target;
  return version === null
    ? {
        title: `This store told no version, and the API v1 of CoCart 4 refuses ${told}, whatever the cart holds.`,
        byV2: 'The call of v2 for the same cart works on CoCart 3 and on CoCart 4.',
      }
    : {
        title: `The API v1 of CoCart ${version} refuses ${told}, whatever the cart holds.`,
        byV2: 'The call of v2 for the same cart is known to work there.',
      };
}

/** Why such a write was refused; where the store told no version, what else it may mean. */
export function refusedByV1({ version }: WriteTarget): {
  readonly why: string;
  readonly todo: string;
} {
  const why = 'The API v1 of CoCart 4 refuses this on every cart';
  return version === null
    ? {
        why: `${why}, and this store told no version. On CoCart 3 it means that the cart has changed since it was shown.`,
        todo: 'Use the API v2; where that refuses it too, refresh.',
      }
    : { why: `${why}.`, todo: 'Use the API v2.' };
}

/** The same act by the calls of v2. */
export function byV2(act: Act): Act {
  return { ...act, target: { ...act.target, api: 'v2' } };
}
