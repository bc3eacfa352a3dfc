import { useRef, useState } from 'preact/hooks';
import { lineName } from '../../lib/cart/line-name.ts';
import type { Failure, Outcome } from '../../lib/outcome.ts';
import type { CartRecipe } from '../../lib/snapshot/cart-recipe.ts';
import { MOST_NAME_CHARACTERS } from '../../lib/snapshot/snapshot.ts';
import { someNames } from '../../lib/some-names.ts';
import { announce } from '../ui/announce.ts';
import { FailureText } from './FailureText.tsx';
import { NameForm } from './NameForm.tsx';
import { WhatIsKept } from './WhatIsKept.tsx';

interface SaveSnapshotProps {
  /** The cart on the screen with all that is known of it. */
  readonly read: () => Promise<Outcome<CartRecipe>>;
  readonly save: (name: string, recipe: CartRecipe) => Promise<Outcome<null>>;
  /** Told where no list shows what was saved. */
  readonly onSaved?: (name: string) => void;
}

/** Saves the cart on the screen under a name, after showing what is kept of it. */
export function SaveSnapshot({ read, save, onSaved }: SaveSnapshotProps) {
  const opener = useRef<HTMLButtonElement>(null);
  const [draft, setDraft] = useState<CartRecipe | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const close = () => {
    setDraft(null);
    setFailure(null);
    opener.current?.focus();
  };
  const open = async () => {
    const recipe = await read();
    setFailure(recipe.ok ? null : recipe.failure);
    if (recipe.ok) setDraft(recipe.value);
  };
  const keep = async (name: string, recipe: CartRecipe) => {
    const outcome = await save(name, recipe);
    if (!outcome.ok) return setFailure(outcome.failure);
    close();
    announce(`Saved the snapshot ${name}`);
    onSaved?.(name);
  };
  return (
    <div class="save-snapshot">
      <button
        ref={opener}
        type="button"
        class="button"
        aria-expanded={draft !== null}
        onClick={() => (draft ? close() : void open())}
      >
        Save this cart as a snapshot…
      </button>
      {draft && (
        <div class="save-form">
          <NameForm
            label="Name of the snapshot"
            name={nameOf(draft)}
            onName={(name) => void keep(name, draft)}
            onCancel={close}
          />
          <WhatIsKept recipe={draft} />
        </div>
      )}
      {failure && <FailureText failure={failure} />}
    </div>
  );
}

function nameOf({ lines }: CartRecipe): string {
  const name = lines.length === 0 ? 'Empty cart' : someNames(lines.map(lineName), 2);
  return name.slice(0, MOST_NAME_CHARACTERS);
}
