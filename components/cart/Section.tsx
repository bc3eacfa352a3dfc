import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface SectionProps {
  readonly title: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A part of the screen with its heading. */
export function Section({ title, children }: SectionProps) {
  const id = useId();
  return (
    <section class="cart-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** Says that the answer left a part out: not the same as "none". */
export function Untold() {
  return <p class="muted untold">This answer did not say.</p>;
}
