import { useId, useState } from 'preact/hooks';
import { MOST_LABEL } from '../../lib/cart-names.ts';

interface CartLabelProps {
  /** `guest-A` */
  readonly name: string;
  readonly label: string | null;
  readonly onLabel: (label: string) => void;
}

/** What a person calls a cart: asked for by a press, and kept until everything is forgotten. */
export function CartLabel({ name, label, onLabel }: CartLabelProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  if (typed === null) {
    return (
      <button
        type="button"
        class="button"
        aria-label={`Label ${name}`}
        onClick={() => setTyped(label ?? '')}
      >
        Label
      </button>
    );
  }
  return (
    <form
      class="row-actions"
      onSubmit={(event) => {
        event.preventDefault();
        onLabel(typed);
        setTyped(null);
      }}
    >
      <label for={id} class="visually-hidden">
        Label of {name}
      </label>
      <input
        id={id}
        class="field cart-label"
        value={typed}
        maxLength={MOST_LABEL}
        autocomplete="off"
        onInput={(event) => setTyped(event.currentTarget.value)}
        ref={(field) => field?.focus()}
      />
      <button type="submit" class="button">
        Keep
      </button>
    </form>
  );
}
