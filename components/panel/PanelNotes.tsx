import type { ComponentProps } from 'preact';
import { ActStage } from '../action/ActStage.tsx';
import type { Acts } from '../action/use-acts.ts';
import type { Wishes } from '../session/use-wishes.ts';
import { WishBanner } from '../session/WishBanner.tsx';
import { Banners } from './Banners.tsx';

interface PanelNotesProps {
  readonly wishes: Wishes;
  readonly acts: Acts;
  /** Null where the way back cannot be planned. */
  readonly onUndo: ((undoId: string) => void) | null;
  /** Null where no cart is shown. */
  readonly banners: ComponentProps<typeof Banners> | null;
  /** Says on the screen itself why nothing was found. */
  readonly failsBelow: boolean;
}

/** Above the screens: what became of the last press, and what has to be known before believing the cart. */
export function PanelNotes({ wishes, acts, onUndo, banners, failsBelow }: PanelNotesProps) {
  const { stage, perform, dismiss } = wishes;
  return (
    <>
      {!(stage.is === 'failed' && failsBelow) && (
        <WishBanner screen="panel" stage={stage} onPerform={perform} onDismiss={dismiss} />
      )}
      <ActStage stage={stage} acts={acts} onUndo={onUndo} onDismiss={dismiss} />
      {banners && <Banners {...banners} />}
    </>
  );
}
