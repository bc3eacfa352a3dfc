import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { maskKey, ownerOf } from '../../lib/cocart/cart-key.ts';
import type { CartHolds, KeyCheck } from '../../lib/load-cart/load-report.ts';
import type { LoadRequest, RiskName } from '../../lib/load-cart/load-request.ts';
import { StoreText } from '../ui/StoreText.tsx';
import { useFocusOnce } from './use-focus-once.ts';

interface CheckedKeyProps {
  readonly check: KeyCheck;
  readonly request: LoadRequest;
  /** Says that the store is locked; null where it takes writes. */
  readonly locked: ComponentChildren | null;
  readonly onLoad: (accepted: readonly RiskName[]) => void;
}

/** What the check found out, what loading would empty, and the press that does it. */
export function CheckedKey({ check, request, locked, onLoad }: CheckedKeyProps) {
  const [accepted, setAccepted] = useState<readonly RiskName[]>([]);
  const root = useFocusOnce<HTMLElement>();
  const { refusal, risks, holds, browser } = check;
  const toggle = (name: RiskName) =>
    setAccepted(
      accepted.includes(name) ? accepted.filter((one) => one !== name) : [...accepted, name],
    );
  return (
    <section class="load-checked" aria-label="What the check found" ref={root} tabIndex={-1}>
      {holds && (
        <p>
          <strong>The key</strong> is a guest’s, and holds <Holds holds={holds} />.
        </p>
      )}
      {refusal ? (
        <p class="load-refusal" role="status">
          <strong>{refusal.what}</strong> {refusal.why}
        </p>
      ) : (
        <>
          <p role="status">
            {browser ? (
              <Emptied browser={browser} keeps={request.switches.includes('keep-cart')} />
            ) : (
              'The browser has no cart of this store: nothing is emptied.'
            )}
          </p>
          {risks.map(({ name, what, why }) => (
            <label key={name} class="load-risk">
              <input
                type="checkbox"
                checked={accepted.includes(name)}
                onChange={() => toggle(name)}
              />
              <span>
                <strong>{what}</strong> {why} I want this.
              </span>
            </label>
          ))}
          {locked}
          <div class="load-press">
            <button
              type="button"
              class="button button-danger"
              disabled={locked !== null || risks.some(({ name }) => !accepted.includes(name))}
              onClick={() => onLoad(accepted)}
            >
              Load it in the browser
            </button>
            <p class="muted">
              Opens the link, then the {request.page === 'checkout' ? 'checkout' : 'cart page'}, and
              reads the carts back after each.
            </p>
          </div>
        </>
      )}
    </section>
  );
}

interface EmptiedProps {
  readonly browser: NonNullable<KeyCheck['browser']>;
  readonly keeps: boolean;
}

function Emptied({ browser: { key, holds }, keeps }: EmptiedProps) {
  const isCustomer = ownerOf(key) === 'customer';
  return (
    <>
      <strong>The browser</strong> has the cart{isCustomer && ' of customer'}{' '}
      <bdi class="mono">{maskKey(key)}</bdi>
      {holds ? (
        <>
          , which holds <Holds holds={holds} />
        </>
      ) : (
        ', which cannot be read from here'
      )}
      .{' '}
      {holds && holds.lines > 0 && (
        <>
          <strong>Loading empties it</strong>
          {keeps && ', after its lines were merged into the loaded one'}. It is kept first, and can
          be brought back.
        </>
      )}
    </>
  );
}

function Holds({ holds }: { readonly holds: CartHolds }) {
  const { lines, count, names } = holds;
  if (lines === 0) return <>nothing</>;
  return (
    <>
      {count} (<StoreText text={names.join(', ')} />
      {lines > names.length && `, and ${lines - names.length} more`})
    </>
  );
}
