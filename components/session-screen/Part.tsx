import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface PartProps {
  readonly title: string;
  /** A sentence under the heading: what this is and where it comes from. */
  readonly about?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A part of the Session screen with its heading. */
export function Part({ title, about, children }: PartProps) {
  const id = useId();
  return (
    <section class="part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {about && <p class="muted part-about">{about}</p>}
      {children}
    </section>
  );
}
