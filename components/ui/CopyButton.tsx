import type { TargetedMouseEvent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { announce } from './announce.ts';
import { copyText } from './copy-text.ts';
import './ui.css';

/** How long the button says what happened, in ms. */
const SAYS_SO = 1_500;

interface CopyButtonProps {
  /** What to copy; a function is asked at the press, for text that is costly to make. */
  readonly text: string | (() => string);
  /** What is copied, as the button names it: "Copy" + `what`. */
  readonly what: string;
  /** Show the icon alone; the name is still told to screen readers and on hover. */
  readonly iconOnly?: boolean;
}

type State = 'idle' | 'copied' | 'failed';

/** Copies on press and says whether it worked, in sight and to screen readers. */
export function CopyButton({ text, what, iconOnly = false }: CopyButtonProps) {
  const [state, setState] = useState<State>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), SAYS_SO);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async ({ currentTarget }: TargetedMouseEvent<HTMLButtonElement>) => {
    const copied = await copyText(typeof text === 'function' ? text() : text, currentTarget);
    setState(copied ? 'copied' : 'failed');
    announce(copied ? `Copied ${what}` : `Could not copy ${what}: the browser refused`);
  };
  const name = `Copy ${what}`;
  const words = { idle: name, copied: 'Copied', failed: 'Not copied' }[state];
  return (
    <button
      type="button"
      class={iconOnly ? 'button button-bare' : 'button'}
      data-state={state}
      aria-label={iconOnly ? name : undefined}
      title={iconOnly ? words : undefined}
      onClick={copy}
    >
      <svg
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        aria-hidden="true"
      >
        {state === 'idle' && (
          <path d="M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z" stroke-linejoin="round" />
        )}
        {state === 'copied' && <path d="m3 8.5 3.5 3.5L13 4.5" />}
        {state === 'failed' && <path d="m4 4 8 8m0-8-8 8" />}
      </svg>
      {!iconOnly && words}
    </button>
  );
}
