interface ShortLabelProps {
  readonly label: string;
  /** Instead of it in a panel docked at the side, which has no room for more. */
  readonly short: string;
}

/** A button's label, shorter where the panel is narrow; the button names itself by an `aria-label`. */
export function ShortLabel({ label, short }: ShortLabelProps) {
  return (
    <>
      <span class="when-wide">{label}</span>
      <span class="when-narrow">{short}</span>
    </>
  );
}
