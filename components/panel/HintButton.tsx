import { useId } from 'preact/hooks';
import { ShortLabel } from '../ui/ShortLabel.tsx';

interface HintButtonProps {
  readonly label: string;
  /** Shown instead where the panel is narrow. */
  readonly short?: string;
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
  const { label, short, hint, shortcut, risky = false, disabled = false, onPress } = props;
  const id = useId();
  return (
    <span class="hinted">
      <button
        type="button"
        class={risky ? 'button button-risky' : 'button'}
        aria-label={short === undefined ? undefined : label}
        aria-describedby={id}
        aria-keyshortcuts={shortcut}
        aria-disabled={disabled}
        onClick={() => !disabled && onPress()}
      >
        {short === undefined ? label : <ShortLabel label={label} short={short} />}
      </button>
      <span role="tooltip" id={id} class="hint">
        {hint} {shortcut && <kbd>{shortcut.toUpperCase()}</kbd>}
      </span>
    </span>
  );
}
