import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import './ui.css';

interface DisclosureProps {
  readonly summary: ComponentChildren;
  readonly children: ComponentChildren;
}

/** Something to open; what it holds is built when it is first opened. */
export function Disclosure({ summary, children }: DisclosureProps) {
  const [opened, setOpened] = useState(false);
  return (
    <details class="disclosure" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{summary}</summary>
      {opened && children}
    </details>
  );
}
