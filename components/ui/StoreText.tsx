/** Longer text is cut on screen; raw views have all of it. */
const SHOWN = 300;

/** A title holds so much of what was cut. */
const TITLE = 2_000;

interface StoreTextProps {
  readonly text: string;
  /** Characters to show; 300 unless told. */
  readonly most?: number;
}

/**
 * Text that a store wrote: shown as text whatever it contains, kept apart from the writing direction
 * around it, and cut when it is longer than anyone reads in a row.
 */
export function StoreText({ text, most = SHOWN }: StoreTextProps) {
  if (text.length <= most) return <bdi>{text}</bdi>;
  return <bdi title={text.slice(0, TITLE)}>{`${text.slice(0, most)}…`}</bdi>;
}
