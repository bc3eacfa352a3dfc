import { useState } from 'preact/hooks';

interface DeleteButtonProps {
  /** Of the snapshot. */
  readonly name: string;
  readonly onDelete: () => void;
}

/** Deletes at the second press; the first is forgotten when the person goes elsewhere. */
export function DeleteButton({ name, onDelete }: DeleteButtonProps) {
  const [asking, setAsking] = useState(false);
  const words = asking ? 'Press again to delete' : 'Delete';
  return (
    <button
      type="button"
      class={asking ? 'button button-danger' : 'button'}
      aria-label={`${words} ${name}`}
      onClick={() => (asking ? onDelete() : setAsking(true))}
      onBlur={() => setAsking(false)}
    >
      {words}
    </button>
  );
}
