import type { Host } from '../../lib/host.ts';
import { announce } from '../ui/announce.ts';
import { AsOf } from './AsOf.tsx';
import { Part } from './Part.tsx';
import { useFrontEnds } from './use-front-ends.ts';

interface FrontEndsProps {
  readonly host: Host;
  readonly now: number;
}

/** Which stores a person said stand behind front ends, and the way to take that back. */
export function FrontEnds({ host, now }: FrontEndsProps) {
  const frontEnds = useFrontEnds(host);
  const takeBack = async (origin: string) => {
    await host.unmapFrontEnd(origin);
    announce(`Which store is behind ${origin} was forgotten`);
  };
  if (frontEnds.length === 0) return null;
  return (
    <Part
      title="Front ends"
      about="Sites whose own server asks a store for the cart. You said which store that is; it is kept until you take it back."
    >
      <ul class="grants">
        {frontEnds.map(({ origin, store, at }) => (
          <li key={origin}>
            <span class="grant-what">
              <bdi class="mono">{origin}</bdi>
              <span class="muted">
                shows carts of <bdi class="mono">{`${store.restRoot}${store.namespace}`}</bdi>, as
                you said <AsOf at={at} now={now} />
              </span>
            </span>
            <button
              type="button"
              class="button"
              aria-label={`Take back which store is behind ${origin}`}
              onClick={() => void takeBack(origin)}
            >
              Take back
            </button>
          </li>
        ))}
      </ul>
    </Part>
  );
}
