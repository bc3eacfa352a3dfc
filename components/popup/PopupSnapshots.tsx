import type { PlannedAct } from '../../lib/action/act.ts';
import type { GlanceLane } from '../../lib/glance.ts';
import type { PopupHost } from '../../lib/host.ts';
import type { WishStage } from '../session/use-wishes.ts';
import { CopyBuilt } from '../snapshots/CopyBuilt.tsx';
import { recipeWords } from '../snapshots/recipe-words.ts';
import { useCopy } from '../snapshots/use-copy.ts';
import { useSnapshots } from '../snapshots/use-snapshots.ts';
import { Disclosure } from '../ui/Disclosure.tsx';

interface PopupSnapshotsProps {
  readonly lane: GlanceLane;
  readonly host: PopupHost;
  readonly stage: WishStage;
  readonly busy: boolean;
  readonly onPlan: (planned: PlannedAct) => void;
  /** Goes on with the key of what was built. */
  readonly onLoad: (key: string) => void;
}

/** A snapshot as the cart to load: it is built under a key of its own first. */
export function PopupSnapshots(props: PopupSnapshotsProps) {
  const { lane, host, stage, busy, onPlan, onLoad } = props;
  const snapshots = useSnapshots(host)?.shelf.snapshots ?? [];
  const { built, plan, close } = useCopy({}, lane, stage);
  const filled = snapshots.filter(({ recipe }) => recipe.lines.length > 0);
  if (filled.length === 0) return null;
  return (
    <>
      {built && (
        <CopyBuilt
          copy={built}
          onLoad={() => {
            close();
            onLoad(built.key);
          }}
          onClose={close}
        />
      )}
      <Disclosure summary="From a snapshot">
        <p class="muted">It is built as a guest’s cart of its own first; that is shown before.</p>
        <ul class="popup-snapshots" aria-label="Snapshots">
          {filled.map((snapshot) => (
            <li key={snapshot.id}>
              <button
                type="button"
                class="button"
                disabled={busy}
                onClick={() => void plan(snapshot).then((planned) => planned && onPlan(planned))}
              >
                <bdi>{snapshot.name}</bdi>
              </button>{' '}
              <span class="muted">{recipeWords(snapshot.recipe)}</span>
            </li>
          ))}
        </ul>
      </Disclosure>
    </>
  );
}
