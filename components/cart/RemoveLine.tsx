import { useEditing } from './acting.ts';

interface RemoveLineProps {
  readonly itemKey: string;
  /** What the line is called. */
  readonly name: string;
}

/** Marks a line to be removed, or takes the mark back. Nothing is sent by it. */
export function RemoveLine({ itemKey, name }: RemoveLineProps) {
  const editing = useEditing();
  if (!editing) return null;
  const { quantities, onEdit, acting } = editing;
  const isGoing = quantities.get(itemKey) === 0;
  return (
    <button
      type="button"
      class="button button-bare line-remove"
      disabled={acting.busy}
      aria-label={`${isGoing ? 'Keep' : 'Remove'} ${name.slice(0, 80)}`}
      onClick={() => onEdit(itemKey, isGoing ? null : 0)}
    >
      {isGoing ? 'Keep' : 'Remove'}
    </button>
  );
}
