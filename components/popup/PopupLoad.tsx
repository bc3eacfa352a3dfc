import type { SeenPage } from '../../lib/capture.ts';
import type { GlanceLane } from '../../lib/glance.ts';
import type { PopupHost } from '../../lib/host.ts';
import { loadFrom, shownKey } from '../../lib/load-cart/ask-load.ts';
import { ActLayer } from '../action/ActLayer.tsx';
import { ActStage } from '../action/ActStage.tsx';
import { isLocked, StoreLockNote } from '../action/StoreLockNote.tsx';
import { useActs } from '../action/use-acts.ts';
import { checkOf, LoadCart } from '../load-cart/LoadCart.tsx';
import type { Wishes } from '../session/use-wishes.ts';
import { PopupSnapshots } from './PopupSnapshots.tsx';

interface PopupLoadProps {
  readonly lane: GlanceLane;
  readonly page: SeenPage | null;
  readonly host: PopupHost;
  readonly tabId: number;
  readonly wishes: Wishes;
  /** Null takes the guest's cart that the popup shows, if it shows one. */
  readonly cartKey: string | null;
  /** Goes on here with this key, what ended before put away. */
  readonly onLoad: (key: string | null) => void;
  readonly onBack: () => void;
  /** The way back was put before the person: what becomes of it is told beside the glance. */
  readonly onPlanned: () => void;
}

/** Loading a cart, in the place of the glance. */
export function PopupLoad(props: PopupLoadProps) {
  const { lane, page, host, tabId, wishes, cartKey, onLoad, onBack, onPlanned } = props;
  const { stage, perform, dismiss } = wishes;
  const acts = useActs(host, wishes, lane.address.origin);
  const from =
    checkOf(stage)?.request ?? loadFrom(lane, cartKey ?? shownKey(lane), page?.url ?? null);
  return (
    <main class="popup-part popup-load">
      <header class="popup-actions">
        <button type="button" class="button" onClick={onBack}>
          ← Back
        </button>
        <h1>Load a cart</h1>
      </header>
      {from && (
        <LoadCart
          key={cartKey}
          from={from}
          tabId={tabId}
          screen="popup"
          stage={stage}
          onPerform={perform}
          onDismiss={dismiss}
          locked={isLocked(acts.guard) ? <StoreLockNote {...acts} /> : null}
          onPlan={(planned) => {
            onPlanned();
            acts.plan(planned);
          }}
        />
      )}
      {stage.is !== 'checked' && stage.is !== 'loaded' && (
        <PopupSnapshots {...{ lane, host, stage, busy: acts.busy, onLoad }} onPlan={acts.plan} />
      )}
      <ActStage stage={stage} acts={acts} onUndo={null} onDismiss={() => onLoad(cartKey)} />
      {acts.planned && <ActLayer acts={acts} />}
    </main>
  );
}
