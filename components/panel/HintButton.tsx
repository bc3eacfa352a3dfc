import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface HintButtonProps {
  readonly label: ComponentChildren;
  /** What a press does and costs; shown on hover and focus, and told to screen readers. */
  readonly hint: string;
  /** The key that does the same. */
  readonly shortcut?: string;
  /** True where it leads to a question about something that destroys. */
  readonly risky?: boolean;
  readonly disabled?: boolean;
  readonly onPress: () => void;
}

/** A button that says what it costs before it is pressed. */
export function HintButton(props: HintButtonProps) {
  const { label, hint, shortcut, risky = false, disabled = false, onPress } = props;
  const id = useId();
  return (
    <span class="hinted">
      <button
        type="button"
        class={risky ? 'button button-risky' : 'button'}
        aria-describedby={id}
        aria-keyshortcuts={shortcut}
        aria-disabled={disabled}
        onClick={() => !disabled && onPress()}
      >
        <span>{label}</span>
      </button>
      <span role="tooltip" id={id} class="hint">
        {hint} {shortcut && <kbd>{shortcut.toUpperCase()}</kbd>}
      </span>
    </span>
  );
}
