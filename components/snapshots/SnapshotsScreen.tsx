import { useMemo, useState } from 'preact/hooks';
import type { PlannedAct } from '../../lib/action/act.ts';
import type { Host } from '../../lib/host.ts';
import type { Lane } from '../../lib/log/lane.ts';
import type { Failure, Outcome } from '../../lib/outcome.ts';
import { MAX_SNAPSHOT_BYTES } from '../../lib/snapshot/make-room.ts';
import type { Snapshot } from '../../lib/snapshot/snapshot.ts';
import type { WishStage } from '../session/use-wishes.ts';
import { announce } from '../ui/announce.ts';
import { Note } from '../ui/Note.tsx';
import { Comparison } from './Comparison.tsx';
import { CopyBuilt } from './CopyBuilt.tsx';
import { cartNowOf } from './cart-now.ts';
import { FailureText } from './FailureText.tsx';
import { Held } from './Held.tsx';
import { SaveSnapshot } from './SaveSnapshot.tsx';
import { SnapshotCard } from './SnapshotCard.tsx';
import './snapshots.css';
import { useComparison } from './use-comparison.ts';
import { useCopy } from './use-copy.ts';
import { useSnapshots } from './use-snapshots.ts';

interface SnapshotsScreenProps {
  readonly host: Host;
  readonly lane: Lane | null;
  readonly now: number;
  /** Puts a rebuild before the person; null where nothing can be sent. */
  readonly onPlan: ((planned: PlannedAct) => void) | null;
  /** Where what was sent last stands. */
  readonly stage: WishStage;
  /** Opens the loading of a cart by its key. */
  readonly onLoad: (key: string) => void;
}

/** The Snapshots screen: carts to keep, to compare and to bring back. It sends nothing itself. */
export function SnapshotsScreen(props: SnapshotsScreenProps) {
  const { host, lane, now, onPlan, stage, onLoad } = props;
  const opened = useSnapshots(host);
  const cart = useMemo(() => cartNowOf(host, lane), [host, lane]);
  const { snapshots, dropped } = opened?.shelf ?? { snapshots: [], dropped: 0 };
  const copying = useCopy(host, lane, stage);
  const { built } = copying;
  const comparison = useComparison(snapshots, cart?.recipe ?? null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [held, setHeld] = useState<PlannedAct | null>(null);
  if (!opened) return null;

  const after = async (said: string, change: Promise<Outcome<null>>) => {
    const outcome = await change;
    setFailure(outcome.ok ? null : outcome.failure);
    if (outcome.ok) announce(said);
  };
  const rebuild = async (snapshot: Snapshot, put: (planned: PlannedAct) => void) => {
    const planned = await cart?.plan(snapshot);
    setFailure(planned && !planned.ok ? planned.failure : null);
    setHeld(planned?.ok && planned.value.act.writes.length === 0 ? planned.value : null);
    if (planned?.ok && planned.value.act.writes.length > 0) put(planned.value);
  };
  const build = async (snapshot: Snapshot, put: (planned: PlannedAct) => void) => {
    const planned = await copying.plan(snapshot);
    if (planned) put(planned);
  };
  const canBuild = lane !== null && lane.address.namespace !== '';
  return (
    <div class="snapshots-screen">
      <div class="snapshots-top">
        {cart ? (
          <SaveSnapshot
            read={cart.readRecipe}
            save={(name, recipe) => opened.host.putSnapshot(cart.snapshotOf(name, recipe))}
          />
        ) : (
          <p>No answer has told the lines of a cart yet: once one does, it can be saved here.</p>
        )}
        <p class="muted">
          Kept in this browser, {MAX_SNAPSHOT_BYTES / 1024 / 1024} MB in all; automatic ones give
          way first
          {dropped > 0 && `, ${dropped} did so far`}.
        </p>
      </div>
      {failure && <FailureText failure={failure} />}
      {held && <Held planned={held} to="the snapshot" onClose={() => setHeld(null)} />}
      {built && <CopyBuilt copy={built} onLoad={() => onLoad(built.key)} onClose={copying.close} />}
      {comparison.pair && (
        <Comparison
          before={comparison.pair[0]}
          after={comparison.pair[1]}
          onClose={comparison.close}
        />
      )}
      {snapshots.length === 0 ? (
        <Note title="No snapshots yet">
          <p>
            A snapshot keeps what a cart holds, to compare it later or to make it again. One is kept
            by itself before whatever takes lines out of a cart.
          </p>
        </Note>
      ) : (
        <ul class="snapshot-list" aria-label="Snapshots">
          {snapshots.map((snapshot) => (
            <SnapshotCard
              key={snapshot.id}
              snapshot={snapshot}
              now={now}
              compared={comparison.ids.includes(snapshot.id)}
              onRebuild={onPlan && cart ? () => void rebuild(snapshot, onPlan) : null}
              onLoad={
                onPlan && canBuild && snapshot.recipe.lines.length > 0
                  ? () => void build(snapshot, onPlan)
                  : null
              }
              onCompare={() => comparison.toggle(snapshot.id)}
              onRename={(name) =>
                void after(`Renamed to ${name}`, opened.host.renameSnapshot(snapshot.id, name))
              }
              onDelete={() =>
                void after(`Deleted ${snapshot.name}`, opened.host.deleteSnapshot(snapshot.id))
              }
            />
          ))}
        </ul>
      )}
    </div>
  );
}
