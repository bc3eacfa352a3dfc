import { useState } from 'preact/hooks';
import { maskKey } from '../../lib/cocart/cart-key.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { StoreText } from '../ui/StoreText.tsx';
import '../session/session.css';

interface SecretTextProps {
  readonly value: string;
  /** What it is, for the buttons: "cart key", "value of cartKey". */
  readonly what: string;
}

/** A value that opens a cart or signs somebody in: masked until it is asked for, and a copy. */
export function SecretText({ value, what }: SecretTextProps) {
  const [shown, setShown] = useState(false);
  const masked = maskKey(value);
  return (
    <span class="secret">
      <span class="mono">
        {shown ? <StoreText text={value} most={1_000} /> : <bdi>{masked}</bdi>}
      </span>
      {masked !== value && (
        <button
          type="button"
          class="button button-bare secret-eye"
          aria-pressed={shown}
          aria-label={`Show the whole ${what}`}
          title={shown ? 'Hide it' : 'Show it whole'}
          onClick={() => setShown(!shown)}
        >
          {shown ? 'hide' : 'show'}
        </button>
      )}
      <CopyButton text={value} what={what} iconOnly />
    </span>
  );
}
