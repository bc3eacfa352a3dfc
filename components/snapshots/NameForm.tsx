import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { MOST_NAME_CHARACTERS } from '../../lib/snapshot/snapshot.ts';
import '../session/session.css';

interface NameFormProps {
  /** `Name of the snapshot` */
  readonly label: string;
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
}

/** Asks for the name of a snapshot; Escape lets it be. */
export function NameForm({ label, name, onName, onCancel }: NameFormProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(name);
  const given = typed.trim();
  useEffect(() => field.current?.select(), []);
  return (
    <form
      class="name-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (given) onName(given);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // DevTools would open its drawer.
        event.stopPropagation();
        onCancel();
      }}
    >
      <label for={id}>{label}</label>
      <input
        id={id}
        ref={field}
        class="field"
        type="text"
        autocomplete="off"
        maxLength={MOST_NAME_CHARACTERS}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <button type="submit" class="button" disabled={!given}>
        Save
      </button>
      <button type="button" class="button" onClick={onCancel}>
        Cancel
      </button>
    </form>
  );
}
