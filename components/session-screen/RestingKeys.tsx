import { useMemo } from 'preact/hooks';
import type { FoundKey } from '../../lib/found-key.ts';
import type { CartLog } from '../../lib/log/cart-log.ts';
import { keySightings } from '../../lib/log/key-sightings.ts';
import type { PageKey } from '../../lib/log/page-keys.ts';
import { Sightings } from './Sightings.tsx';
import type { Names } from './use-cart-names.ts';

interface RestingKeysProps {
  readonly log: CartLog;
  readonly resting: readonly FoundKey[];
  readonly pageKeys: readonly PageKey[];
  readonly now: number;
}

/** Keys that are there without any call: a shop's own pages make none. */
export function RestingKeys({ log, resting, pageKeys, now }: RestingKeysProps) {
  const sightings = useMemo(() => keySightings([], resting, pageKeys), [resting, pageKeys]);
  if (sightings.length === 0) return null;
  return (
    <Sightings
      log={log}
      sightings={sightings}
      store={NO_STORE}
      shopOrigins={[]}
      names={NO_NAMES}
      now={now}
    />
  );
}

const NO_STORE = { version: null, signedIn: null };
const NO_NAMES: Names = new Map();
