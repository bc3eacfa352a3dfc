import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './dialog.css';

interface FieldProps {
  readonly label: ComponentChildren;
  readonly value: string;
  readonly onInput: (text: string) => void;
  /** What is wrong with it; null while nothing is. */
  readonly wrong?: string | null | undefined;
  /** A sentence under the field. */
  readonly hint?: ComponentChildren;
  readonly wide?: boolean;
  /** More than one line of text. */
  readonly rows?: number | undefined;
  readonly placeholder?: string | undefined;
  /** What is typed is not shown. */
  readonly secret?: boolean;
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | 'email' | 'tel' | undefined;
}

/** A labelled text field that says what is wrong with what was typed. Nothing is remembered by the browser. */
export function Field(props: FieldProps) {
  const { label, value, onInput, wrong, hint, wide, secret, rows, placeholder } = props;
  const { inputMode = 'text' } = props;
  const id = useId();
  const said = wrong ?? hint;
  const common = {
    id,
    class: 'field',
    value,
    placeholder,
    autocomplete: 'off',
    spellcheck: false,
    'aria-invalid': Boolean(wrong),
    'aria-describedby': said ? `${id}-said` : undefined,
  } as const;
  return (
    <div class={wide ? 'form-field form-field-wide' : 'form-field'}>
      <label for={id}>{label}</label>
      {secret ? (
        <input
          {...common}
          type="password"
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      ) : rows === undefined ? (
        <input
          {...common}
          type="text"
          inputMode={inputMode}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      ) : (
        <textarea {...common} rows={rows} onInput={(event) => onInput(event.currentTarget.value)} />
      )}
      {said && (
        <span
          id={`${id}-said`}
          class={wrong ? 'field-wrong' : 'muted'}
          role={wrong ? 'alert' : undefined}
        >
          {said}
        </span>
      )}
    </div>
  );
}
