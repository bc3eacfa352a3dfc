import type { Sighting } from '../cocart/reading.ts';
import type { Call } from '../log/call.ts';

/** Where a request says which cart it means, the likeliest to be obeyed first. */
const SENT: readonly Sighting['source'][] = [
  'query',
  'request-header',
  'request-body',
  'path',
  'cookie',
];

/** The key that went out with a call and the one that came back. */
export interface KeyPassage {
  readonly sent: string | null;
  /** Null where the answer named none. */
  readonly returned: string | null;
  /** True where another cart came back than was asked for, or one without asking. */
  readonly moved: boolean;
}

export function keyPassage({ sightings, key, keyNamed }: Call): KeyPassage {
  const sent = SENT.map((source) => sightings.find((one) => one.source === source)?.key).find(
    (one) => one !== undefined,
  );
  const returned = keyNamed ? key : null;
  return { sent: sent ?? null, returned, moved: returned !== null && sent !== returned };
}
