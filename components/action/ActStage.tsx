import type { WishStage } from '../session/use-wishes.ts';
import { ActBanner } from './ActBanner.tsx';
import { RunningAct } from './RunningAct.tsx';
import type { Acts } from './use-acts.ts';

interface ActStageProps {
  readonly stage: WishStage;
  readonly acts: Acts;
  /** Plans the way back; null where that cannot be done from here. */
  readonly onUndo: (() => void) | null;
  readonly onDismiss: () => void;
}

/** Where the act that a person sent stands: under way, or how it went. */
export function ActStage({ stage, acts, onUndo, onDismiss }: ActStageProps) {
  if (stage.is === 'running' && stage.act) {
    const { act, done, until } = stage;
    return (
      <RunningAct act={act} done={done} until={until} onCancel={() => void acts.desk?.cancel()} />
    );
  }
  if (stage.is !== 'acted') return null;
  const { undoId } = stage.report;
  return (
    <ActBanner
      report={stage.report}
      onUndo={undoId === null ? null : onUndo}
      onDismiss={onDismiss}
    />
  );
}
