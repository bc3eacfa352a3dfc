import { useState } from 'preact/hooks';
import { type CallMark, MOST_NAME, MOST_NOTE } from '../../lib/timeline/call-mark.ts';
import { Field } from '../ui/Field.tsx';

interface MarkFormProps {
  readonly mark: CallMark;
  readonly onMark: (mark: CallMark) => void;
  readonly onClose: () => void;
}

/** Asks for the name and the note of a call. */
export function MarkForm({ mark, onMark, onClose }: MarkFormProps) {
  const [name, setName] = useState(mark.name);
  const [note, setNote] = useState(mark.note);
  return (
    <form
      class="mark-form"
      aria-label="Name and note"
      onSubmit={(event) => {
        event.preventDefault();
        onMark({
          ...mark,
          name: name.trim().slice(0, MOST_NAME),
          note: note.trim().slice(0, MOST_NOTE),
        });
        onClose();
      }}
    >
      <Field label="Name of the call" value={name} onInput={setName} />
      <Field label="Note" value={note} onInput={setNote} rows={2} wide />
      <div class="mark-form-buttons">
        <button type="submit" class="button">
          Save
        </button>
        <button type="button" class="button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
}
