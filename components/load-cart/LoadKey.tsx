import { useId, useState } from 'preact/hooks';
import { ownerOf } from '../../lib/cocart/cart-key.ts';
import { loadOption } from '../../lib/load-cart/load-options.ts';
import type { LoadRequest } from '../../lib/load-cart/load-request.ts';
import { KeyPill } from '../session/KeyPill.tsx';

interface LoadKeyProps {
  readonly from: LoadRequest;
  readonly request: LoadRequest;
  readonly onChange: (changes: Partial<LoadRequest>) => void;
}

/** Which cart: the one that the screen began with, or a pasted key; for a customer's the hash beside it. */
export function LoadKey({ from, request, onChange }: LoadKeyProps) {
  const id = useId();
  const [pasting, setPasting] = useState(from.key === '');
  const { key, hash, version } = request;
  const isCustomer = key !== '' && ownerOf(key) === 'customer';
  const takesHash = version === null || loadOption('c_hash', version) !== null;
  return (
    <div class="load-key">
      {pasting ? (
        <>
          <label for={id}>Cart key</label>
          <input
            id={id}
            class="field mono"
            type="text"
            autocomplete="off"
            spellcheck={false}
            placeholder="Paste the key of a cart"
            value={key}
            onInput={({ currentTarget }) =>
              onChange({ key: currentTarget.value.trim(), hash: null, accepted: [] })
            }
          />
        </>
      ) : (
        <>
          <span>Cart</span>
          <span class="load-row">
            <KeyPill cartKey={key} />
            <button
              type="button"
              class="button"
              onClick={() => {
                setPasting(true);
                onChange({ key: '', hash: null, accepted: [] });
              }}
            >
              Another key…
            </button>
          </span>
        </>
      )}
      {isCustomer && takesHash && (
        <>
          <label for={`${id}-hash`}>Cart hash (c_hash)</label>
          <input
            id={`${id}-hash`}
            class="field mono"
            type="text"
            autocomplete="off"
            spellcheck={false}
            placeholder="cart_hash of that customer’s cart"
            value={hash ?? ''}
            onInput={({ currentTarget }) => onChange({ hash: currentTarget.value.trim() || null })}
          />
        </>
      )}
    </div>
  );
}
