import type { ComponentChildren } from 'preact';
import './ui.css';

/** What a pill's colour says beside its words. */
export type Tone = 'plain' | 'accent' | 'good' | 'warn' | 'bad';

interface PillProps {
  readonly tone?: Tone;
  /** More than the words say, on hover. */
  readonly title?: string | undefined;
  readonly children: ComponentChildren;
}

/** A short word on a coloured ground; the word alone must say it, the colour only helps. */
export function Pill({ tone = 'plain', title, children }: PillProps) {
  return (
    <span class={`pill pill-${tone}`} title={title}>
      {children}
    </span>
  );
}
