import { useEffect, useState } from 'preact/hooks';
import type { Host } from '../../lib/host.ts';
import type { KeptKeys } from '../../lib/identity/kept-keys.ts';
import { startNew } from '../../lib/identity/plan-key-edits.ts';
import type { Ask } from '../../lib/log/ask-store.ts';
import type { Wish } from '../../lib/wish.ts';
import { isLocked, StoreLockNote } from '../action/StoreLockNote.tsx';
import { useDesk, useGuard } from '../action/use-guard.ts';
import { KeyEdits } from './KeyEdits.tsx';
import { KeysLeft } from './KeysLeft.tsx';
import { type KeyChoice, keyChoices } from './key-choices.ts';
import { Part } from './Part.tsx';

interface PlaceKeysProps {
  readonly host: Host;
  readonly kept: KeptKeys;
  readonly pageUrl: string;
  readonly storeOrigin: string | null;
  /** Carts of the store that were seen, each with its name. */
  readonly carts: readonly { readonly key: string; readonly name: string }[];
  readonly busy: boolean;
  readonly onPerform: (ask: Ask) => void;
}

type PlaceKeysWish = Extract<Wish, { kind: 'place-keys' }>;

/** Changes whose cart the page is about: another key, none, or no session at all. Each is undone by one press. */
export function PlaceKeys(props: PlaceKeysProps) {
  const { host, kept, pageUrl, storeOrigin, carts, busy, onPerform } = props;
  const { tabId } = host;
  const [choice, setChoice] = useState<KeyChoice | null>(null);
  const [undo, setUndo] = useState<PlaceKeysWish | null>(null);
  useEffect(() => {
    let stopped = false;
    void host.readKeyUndo().then((wish) => !stopped && setUndo(wish));
    const stop = host.watchKeyUndo(setUndo);
    return () => {
      stopped = true;
      stop();
    };
  }, [host]);
  const desk = useDesk(host);
  const ofPage = useGuard(desk, new URL(pageUrl).origin);
  const ofStore = useGuard(desk, storeOrigin);
  if (tabId === null) return null;
  const guards = storeOrigin === null ? [ofPage] : [ofStore, ofPage];
  const isAnyLocked = guards.some(isLocked);
  const locked = guards.find((guard) => guard !== null && isLocked(guard)) ?? null;

  const perform = (wish: PlaceKeysWish) => {
    setChoice(null);
    onPerform({
      wish,
      origins: [...new Set([new URL(pageUrl).origin, ...(storeOrigin ? [storeOrigin] : [])])],
      reason: 'To change the cart key that this page keeps. Nothing is sent to the store.',
    });
  };
  const choices = keyChoices(kept, carts);

  return (
    <Part
      title="Change whose cart it is"
      about="Changes what this browser keeps for the page, then loads the page anew. Nothing is sent to the store."
    >
      {locked && choices.length > 0 && <StoreLockNote desk={desk} guard={locked} />}
      {choices.length === 0 && (
        <>
          <p>No key or session cookie was found that could be changed.</p>
          <KeysLeft stays={startNew(kept).stays} follows="These may still hold one:" />
        </>
      )}
      <p class="row-actions">
        {choices.map((one) => (
          <button
            key={one.title}
            type="button"
            class="button"
            disabled={busy}
            aria-expanded={choice?.title === one.title}
            onClick={() => setChoice(choice?.title === one.title ? null : one)}
          >
            {one.title}…
          </button>
        ))}
        {undo && (
          <button
            type="button"
            class="button"
            disabled={busy || isAnyLocked}
            onClick={() => perform(undo)}
          >
            {undo.title}
          </button>
        )}
      </p>
      {choice && (
        <fieldset class="forget-question">
          <legend class="visually-hidden">{choice.title}?</legend>
          <p>{choice.effect}</p>
          {choice.edits.length > 0 && <KeyEdits edits={choice.edits} />}
          <KeysLeft stays={choice.stays} follows={choice.follows} />
          <button
            type="button"
            class="button button-danger"
            disabled={busy || isAnyLocked || choice.edits.length === 0}
            onClick={() =>
              perform({
                kind: 'place-keys',
                // A query may hold what signs a person in, and a wish is kept.
                pageUrl: withoutQuery(pageUrl),
                ...{ tabId, storeOrigin, title: choice.title, edits: choice.edits },
              })
            }
          >
            {choice.title} and reload the page
          </button>
          <button type="button" class="button" onClick={() => setChoice(null)}>
            Leave it
          </button>
        </fieldset>
      )}
    </Part>
  );
}

function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
