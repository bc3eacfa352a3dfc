import type { WriteTarget } from '../../lib/action/write-target.ts';
import { maskKey } from '../../lib/cocart/cart-key.ts';
import { hostOf } from '../../lib/http/host-of.ts';
import { Pill } from '../ui/Pill.tsx';

/** The cart that an act is for: store, API, and whose. */
export function WhichCart({ target }: { readonly target: WriteTarget }) {
  const { store, api, version, key } = target;
  return (
    <p class="sheet-cart">
      <strong>
        <bdi>{hostOf(store.origin)}</bdi>
      </strong>
      <Pill>
        {version ? `CoCart ${version}` : 'CoCart, version not told'} · {api}
      </Pill>
      {key === null ? (
        <Pill tone="accent">The signed-in customer, by this browser’s cookies</Pill>
      ) : (
        <Pill tone="accent">
          Guest · <bdi class="mono">{maskKey(key)}</bdi>, without cookies
        </Pill>
      )}
    </p>
  );
}
