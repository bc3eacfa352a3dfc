import { useRef, useState } from 'preact/hooks';
import type { Snapshot } from '../../lib/snapshot/snapshot.ts';
import { ageText } from '../../lib/time-text.ts';
import { Moment } from '../session/Moment.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Pill } from '../ui/Pill.tsx';
import { DeleteButton } from './DeleteButton.tsx';
import { NameForm } from './NameForm.tsx';
import { RecipeLines } from './RecipeLines.tsx';
import { recipeWords } from './recipe-words.ts';

interface SnapshotCardProps {
  readonly snapshot: Snapshot;
  readonly now: number;
  /** True where it is one of those that are compared. */
  readonly compared: boolean;
  /** Null where nothing can be rebuilt. */
  readonly onRebuild: (() => void) | null;
  /** Null where nothing can be built. */
  readonly onLoad: (() => void) | null;
  readonly onCompare: () => void;
  readonly onRename: (name: string) => void;
  readonly onDelete: () => void;
}

/** One snapshot: what it holds, where it comes from, and what can be done with it. */
export function SnapshotCard(props: SnapshotCardProps) {
  const { snapshot, now, compared, onRebuild, onLoad, onCompare, onRename, onDelete } = props;
  const { name, automatic, at, source, recipe } = snapshot;
  const opener = useRef<HTMLButtonElement>(null);
  const [renaming, setRenaming] = useState(false);
  const close = () => {
    setRenaming(false);
    opener.current?.focus();
  };
  return (
    <li class="snapshot">
      <div class="snapshot-what">
        <h2>
          <bdi>{name}</bdi> {automatic && <Pill>automatic</Pill>}
        </h2>
        <p>
          {recipeWords(recipe)} ·{' '}
          <Moment at={at} now={now} relative={ageText(at, now)} show="both" />
        </p>
        <p class="muted">
          <bdi>{hostOf(source.origin)}</bdi> · {source.version && `CoCart ${source.version} · `}
          {source.api} · <bdi class="mono">{source.call}</bdi>
        </p>
      </div>
      <div class="snapshot-actions">
        {onRebuild && (
          <button
            type="button"
            class="button"
            aria-label={`Rebuild this cart: ${name}`}
            onClick={onRebuild}
          >
            Rebuild this cart…
          </button>
        )}
        {onLoad && (
          <button
            type="button"
            class="button"
            aria-label={`Load in the browser: ${name}`}
            onClick={onLoad}
          >
            Load in the browser…
          </button>
        )}
        <button
          type="button"
          class="button"
          aria-pressed={compared}
          aria-label={`Compare ${name}`}
          onClick={onCompare}
        >
          Compare
        </button>
        <button
          ref={opener}
          type="button"
          class="button"
          aria-expanded={renaming}
          aria-label={`Rename ${name}`}
          onClick={() => setRenaming(!renaming)}
        >
          Rename
        </button>
        <DeleteButton name={name} onDelete={onDelete} />
      </div>
      {renaming && (
        <NameForm
          label={`New name of ${name}`}
          name={name}
          onName={(given) => {
            onRename(given);
            close();
          }}
          onCancel={close}
        />
      )}
      {recipe.lines.length > 0 && (
        <Disclosure summary="Lines">
          <RecipeLines recipe={recipe} />
        </Disclosure>
      )}
    </li>
  );
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : origin;
}
