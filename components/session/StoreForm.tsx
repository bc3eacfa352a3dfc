import { useId, useState } from 'preact/hooks';
import type { StoreAddress } from '../../lib/cocart/reading.ts';
import { readTypedStore } from '../../lib/typed-store.ts';
import '../ui/ui.css';
import './session.css';

interface StoreFormProps {
  readonly busy?: boolean;
  /** What the button says. */
  readonly action?: string;
  readonly onStore: (store: StoreAddress) => void;
}

/** Asks for the address of a store that could not be found by itself. */
export function StoreForm({ busy = false, action = 'Look there', onStore }: StoreFormProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const submit = (event: Event) => {
    event.preventDefault();
    const store = readTypedStore(typed);
    setWrong(store === null);
    if (store) onStore(store);
  };
  return (
    <form class="store-form" onSubmit={submit}>
      <label for={id}>Address of the store</label>
      <span class="store-form-row">
        <input
          id={id}
          class="field"
          type="text"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          placeholder="https://shop.example"
          value={typed}
          aria-invalid={wrong}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={busy}>
          {action}
        </button>
      </span>
      {wrong && (
        <p id={`${id}-wrong`} class="field-wrong" role="alert">
          That is no address of a website. Type it as it stands in the browser: https://shop.example
        </p>
      )}
    </form>
  );
}
