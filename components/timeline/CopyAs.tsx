import type { TargetedFocusEvent, TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Exchange } from '../../lib/http/exchange.ts';
import { announce } from '../ui/announce.ts';
import { copyText } from '../ui/copy-text.ts';
import { laterPart, useLoaded } from '../ui/use-loaded.ts';
import './copy-as.css';

const laterMenu = laterPart(() => import('./CopyAsMenu.tsx'));

/** How long the button says what happened, in ms. */
const SAYS_SO = 2_000;

interface CopyAsProps {
  readonly exchange: Exchange;
}

/** A button that opens a menu of the languages in which a request can be copied. */
export function CopyAs({ exchange }: CopyAsProps) {
  const [open, setOpen] = useState(false);
  const [result, setResult] = useState<'copied' | 'failed' | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  const menu = useLoaded(open ? laterMenu : null);
  useEffect(() => {
    if (result === null) return;
    const timer = setTimeout(() => setResult(null), SAYS_SO);
    return () => clearTimeout(timer);
  }, [result]);

  const closeAndReturn = () => {
    opener.current?.focus();
    setOpen(false);
  };
  const copy = async (text: string, what: string) => {
    if (!opener.current) return;
    const copied = await copyText(text, opener.current);
    setResult(copied ? 'copied' : 'failed');
    announce(copied ? `Copied as ${what}` : `Could not copy as ${what}: the browser refused`);
    closeAndReturn();
  };
  const closeOutside = ({ currentTarget, relatedTarget }: TargetedFocusEvent<HTMLDivElement>) => {
    const within = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
    if (!within) setOpen(false);
  };
  const closeByEscape = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'Escape' || !open) return;
    // Chromium's DevTools would open their console.
    event.stopPropagation();
    event.preventDefault();
    closeAndReturn();
  };

  const words = { copied: 'Copied', failed: 'Not copied' };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears what happens to the button and the menu.
    <div class="copy-as" onFocusOut={closeOutside} onKeyDown={closeByEscape}>
      <button
        ref={opener}
        type="button"
        class="button"
        data-state={result}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open && menu ? id : undefined}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {result === null ? 'Copy as…' : words[result]}
      </button>
      {open && menu && <menu.CopyAsMenu id={id} exchange={exchange} onChoose={copy} />}
    </div>
  );
}
