import type { ComponentProps } from 'preact';
import type { PlanUndo } from '../../lib/act-desk.ts';
import type { CartLog } from '../../lib/log/cart-log.ts';
import { cartOfTarget } from '../../lib/log/cart-of-target.ts';
import { ActStage } from '../action/ActStage.tsx';
import type { Acts } from '../action/use-acts.ts';
import type { Wishes } from '../session/use-wishes.ts';
import { WishBanner } from '../session/WishBanner.tsx';
import { Banners } from './Banners.tsx';

interface PanelNotesProps {
  readonly wishes: Wishes;
  readonly acts: Acts;
  readonly log: CartLog;
  /** Left out where nothing plans the way back. */
  readonly planUndo: PlanUndo | undefined;
  /** Null where no cart is shown. */
  readonly banners: ComponentProps<typeof Banners> | null;
  /** Says on the screen itself why nothing was found. */
  readonly failsBelow: boolean;
}

/** Above the screens: what became of the last press, and what has to be known before believing the cart. */
export function PanelNotes(props: PanelNotesProps) {
  const { wishes, acts, log, planUndo, banners, failsBelow } = props;
  const { stage, perform, dismiss } = wishes;
  const undoId = stage.is === 'acted' ? stage.report.undoId : null;
  const record = acts.undos.find(({ id }) => id === undoId);
  // The cart that was acted on, which the page may have left since: never the one that is shown.
  const cart = record && cartOfTarget(log, record.target);
  const undo = record && cart && planUndo && (() => void planUndo(record, cart).then(acts.plan));
  return (
    <>
      {!(stage.is === 'failed' && failsBelow) && (
        <WishBanner screen="panel" stage={stage} onPerform={perform} onDismiss={dismiss} />
      )}
      <ActStage stage={stage} acts={acts} onUndo={undo ?? null} onDismiss={dismiss} />
      {banners && <Banners {...banners} />}
    </>
  );
}
