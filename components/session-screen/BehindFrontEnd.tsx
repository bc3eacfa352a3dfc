import { useMemo } from 'preact/hooks';
import type { StoreAddress } from '../../lib/cocart/reading.ts';
import type { Host } from '../../lib/host.ts';
import { hostOf } from '../../lib/http/host-of.ts';
import type { Through } from '../../lib/log/through.ts';
import { storeChoices } from '../../lib/session/store-choices.ts';
import { throughText } from '../session/lane-place.ts';
import { StoreForm } from '../session/StoreForm.tsx';
import { announce } from '../ui/announce.ts';
import { Part } from './Part.tsx';
import { useGrants } from './use-grants.ts';

interface BehindFrontEndProps {
  readonly host: Host;
  readonly through: Through;
  /** Stores whose calls were heard, in any tab. */
  readonly heard: readonly StoreAddress[];
}

const FROM = { heard: 'its calls were heard', granted: 'you gave access to it' } as const;

/** Asks once which store a front end's own server gets its carts from. */
export function BehindFrontEnd({ host, through, heard }: BehindFrontEndProps) {
  const [grants] = useGrants(host);
  const { origin } = through;
  const choices = useMemo(() => storeChoices(origin, heard, grants ?? []), [origin, heard, grants]);
  const map = async (store: StoreAddress) => {
    await host.mapFrontEnd({ origin, store, at: Date.now() });
    announce(`Carts of ${hostOf(origin)} are now shown as those of ${hostOf(store.origin)}`);
  };
  return (
    <Part
      title={`Which store is behind ${hostOf(origin)}?`}
      about={`${throughText(through)} answers like a CoCart cart: the front end’s own server asks a store for it, which no browser sees. Say which one, once: its carts are then shown as that store’s, and where the key is passed on, Refresh asks that store with it. Nothing is sent now.`}
    >
      {choices.length > 0 && (
        <ul class="store-choices">
          {choices.map(({ store, from }) => (
            <li key={`${store.restRoot} ${store.namespace}`}>
              <button type="button" class="button" onClick={() => void map(store)}>
                {hostOf(store.origin)}
              </button>{' '}
              <span class="muted">
                <bdi class="mono">{`${store.restRoot}${store.namespace}`}</bdi> · {FROM[from]}
              </span>
            </li>
          ))}
        </ul>
      )}
      <StoreForm action="It is this store" onStore={(store) => void map(store)} />
    </Part>
  );
}
