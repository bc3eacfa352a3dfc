import { useState } from 'preact/hooks';
import { maskKey, ownerOf } from '../../lib/cocart/cart-key.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import './session.css';

interface KeyPillProps {
  /** The cart key; a user id is a customer's and stands plain. */
  readonly cartKey: string;
  /** False when no answer named it. */
  readonly named?: boolean;
  readonly tone?: 'accent' | 'plain';
  /** The copy button says what it does in words, where there is room. */
  readonly wordy?: boolean;
}

/** Whose cart: guest or customer, the key masked until it is asked for, and a copy. */
export function KeyPill({ cartKey, named = true, tone = 'accent', wordy = false }: KeyPillProps) {
  const [shown, setShown] = useState(false);
  const owner = ownerOf(cartKey);
  const masked = maskKey(cartKey);
  return (
    <span class="key">
      <span class={`pill pill-${tone} key-pill`}>
        {owner === 'guest' ? 'Guest' : 'Customer'} ·{' '}
        <bdi class="mono">{shown ? cartKey : masked}</bdi>
        {!named && ' (as sent)'}
      </span>
      {owner === 'guest' && (
        <button
          type="button"
          class="button button-bare key-eye"
          aria-pressed={shown}
          aria-label="Show the whole key"
          title={shown ? 'Hide the key' : 'Show the whole key'}
          onClick={() => setShown(!shown)}
        >
          <svg
            viewBox="0 0 16 16"
            fill="none"
            stroke="currentColor"
            stroke-width="1.3"
            aria-hidden="true"
          >
            <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8z" />
            <circle cx="8" cy="8" r="2" />
            {shown && <path d="m2.5 13.5 11-11" />}
          </svg>
        </button>
      )}
      <CopyButton
        text={cartKey}
        what={owner === 'guest' ? 'cart key' : 'user id'}
        iconOnly={!wordy}
      />
    </span>
  );
}
