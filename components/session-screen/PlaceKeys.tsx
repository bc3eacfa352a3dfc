import { useEffect, useState } from 'preact/hooks';
import { maskKey } from '../../lib/cocart/cart-key.ts';
import type { Host } from '../../lib/host.ts';
import type { KeyEdit } from '../../lib/identity/key-edit.ts';
import {
  adoptKey,
  forgetSession,
  type KeptKeys,
  startNew,
} from '../../lib/identity/plan-key-edits.ts';
import type { Ask } from '../../lib/log/ask-store.ts';
import type { Wish } from '../../lib/wish.ts';
import { isLocked, StoreLockNote } from '../action/StoreLockNote.tsx';
import { useDesk, useGuard } from '../action/use-guard.ts';
import { KeyEdits } from './KeyEdits.tsx';
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

/** What may be done with the keys that the page keeps. */
interface Choice {
  readonly title: string;
  /** What follows from it. */
  readonly effect: string;
  readonly edits: readonly KeyEdit[];
}

/** Changes whose cart the page is about: another key, none, or no session at all. Each is undone by one press. */
export function PlaceKeys(props: PlaceKeysProps) {
  const { host, kept, pageUrl, storeOrigin, carts, busy, onPerform } = props;
  const { tabId } = host;
  const [choice, setChoice] = useState<Choice | null>(null);
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
  const others = carts.flatMap(({ key, name }) => {
    const edits = adoptKey(kept, key);
    return edits.length > 0 ? [{ key, name, edits }] : [];
  });
  const fresh = startNew(kept);
  const forget = forgetSession(kept);
  const choices: readonly Choice[] = [
    ...others.map(({ key, name, edits }) => ({
      title: `Adopt ${name}`,
      effect: `The page keeps the key ${maskKey(key)} and asks for that cart from then on.`,
      edits,
    })),
    {
      title: 'Start a new guest cart',
      effect:
        'The page keeps no key: its next call begins a new cart. The cart from before stays with the store.',
      edits: fresh,
    },
    {
      title: 'Forget the session',
      effect: 'The page keeps no key and the browser no session cookie. A sign-in stays.',
      edits: forget.length > fresh.length ? forget : [],
    },
  ].filter(({ edits }) => edits.length > 0);

  return (
    <Part
      title="Change whose cart it is"
      about="Changes what this browser keeps for the page, then loads the page anew. Nothing is sent to the store."
    >
      {locked && choices.length > 0 && <StoreLockNote desk={desk} guard={locked} />}
      {choices.length === 0 && (
        <p>This page keeps no key where it could be changed, and the browser no session cookie.</p>
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
          <KeyEdits edits={choice.edits} />
          <button
            type="button"
            class="button button-danger"
            disabled={busy || isAnyLocked}
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
