import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { SessionPart } from '../../lib/session/signs.ts';

interface PartProps {
  /** For a part that signs lead to. */
  readonly id?: SessionPart;
  readonly title: string;
  /** A sentence under the heading: what this is and where it comes from. */
  readonly about?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A part of the Session screen with its heading. */
export function Part({ id, title, about, children }: PartProps) {
  const headingId = useId();
  return (
    <section class="part" id={id} tabIndex={id && -1} aria-labelledby={headingId}>
      <h2 id={headingId}>{title}</h2>
      {about && <p class="muted part-about">{about}</p>}
      {children}
    </section>
  );
}
