import type { ComponentChildren } from 'preact';
import './ui.css';

interface NoteProps {
  /** What happened, in a few words. */
  readonly title: string;
  readonly tone?: 'plain' | 'warn' | 'bad';
  /** Why, and what to do; buttons too. */
  readonly children?: ComponentChildren;
}

/** Says that something is not there, or went wrong, where a person looks for it. */
export function Note({ title, tone = 'plain', children }: NoteProps) {
  return (
    <div class={`note note-${tone}`}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}
