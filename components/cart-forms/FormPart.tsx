import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface FormPartProps {
  readonly title: string;
  /** Absent where there is nothing to fill in. */
  readonly onSubmit?: (event: Event) => void;
  readonly children: ComponentChildren;
}

/** One of the forms of a dialog, or what stands in its place. */
export function FormPart({ title, onSubmit, children }: FormPartProps) {
  const id = useId();
  const heading = (
    <h3 id={id} class="form-title">
      {title}
    </h3>
  );
  return onSubmit ? (
    <form class="form-part" aria-labelledby={id} onSubmit={onSubmit}>
      {heading}
      {children}
    </form>
  ) : (
    <section class="form-part" aria-labelledby={id}>
      {heading}
      {children}
    </section>
  );
}
