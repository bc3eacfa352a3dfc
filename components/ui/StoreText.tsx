/** Longer text is cut on screen; raw views have all of it. */
const SHOWN = 300;

interface StoreTextProps {
  readonly text: string;
}

/**
 * Text that a store wrote: shown as text whatever it contains, kept apart from the writing direction
 * around it, and cut when it is longer than anyone reads in a row.
 */
export function StoreText({ text }: StoreTextProps) {
  if (text.length <= SHOWN) return <bdi>{text}</bdi>;
  return <bdi title={text.slice(0, 2_000)}>{`${text.slice(0, SHOWN)}…`}</bdi>;
}
