import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { copyAs, LANGUAGES } from '../../lib/copy-as/languages.ts';
import type { Exchange } from '../../lib/http/exchange.ts';

interface CopyAsMenuProps {
  readonly id: string;
  readonly exchange: Exchange;
  /** Takes what is to be copied, and its name: `cURL`. */
  readonly onChoose: (text: string, what: string) => void;
}

/**
 * The languages, and whether the key and the credentials go along: not by default, and asked anew each time.
 * A menu by the ARIA Authoring Practices: arrows, Home, End and first letters move in it.
 */
export function CopyAsMenu({ id, exchange, onChoose }: CopyAsMenuProps) {
  const [real, setReal] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const ids = { name: useId(), meaning: useId() };
  useEffect(() => menu.current?.querySelector('button')?.focus(), []);

  const move = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const items = [...event.currentTarget.querySelectorAll('button')];
    const at = items.findIndex((item) => item.matches(':focus'));
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    const item =
      next === undefined
        ? [...items.slice(at + 1), ...items.slice(0, at)].find((one) => beginsWith(one, event.key))
        : items.at(next % items.length);
    if (!item) return;
    event.preventDefault();
    item.focus();
  };

  return (
    <div
      ref={menu}
      id={id}
      class="copy-as-menu"
      role="menu"
      aria-label="Copy as"
      onKeyDown={move}
      tabIndex={-1}
    >
      {LANGUAGES.map((language) => (
        <button
          key={language.name}
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() =>
            onChoose(
              copyAs(language, exchange, real),
              real ? `${language.name}, with the real key and credentials` : language.name,
            )
          }
        >
          {language.name}
        </button>
      ))}
      <hr />
      <button
        type="button"
        role="menuitemcheckbox"
        aria-checked={real}
        aria-labelledby={ids.name}
        aria-describedby={ids.meaning}
        tabIndex={-1}
        onClick={() => setReal(!real)}
      >
        <span id={ids.name}>With the real key and credentials</span>
        <span id={ids.meaning} class="muted">
          {real
            ? 'Whoever reads the text can open this cart, and sign in as whoever asked.'
            : 'Variables stand for them: the text tells nobody how to open this cart.'}
        </span>
      </button>
    </div>
  );
}

function beginsWith(item: Element, letter: string): boolean {
  return letter.length === 1 && !!item.textContent?.toLowerCase().startsWith(letter.toLowerCase());
}
