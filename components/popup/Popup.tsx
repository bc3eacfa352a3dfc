import { useState } from 'preact/hooks';
import type { PlanUndo } from '../../lib/act-desk.ts';
import type { PopupHost } from '../../lib/host.ts';
import { askLook } from '../../lib/log/ask-store.ts';
import type { NothingHere } from '../session/NothingHere.tsx';
import { useNow } from '../session/use-now.ts';
import { useWishes } from '../session/use-wishes.ts';
import type { WishBanner } from '../session/WishBanner.tsx';
import { laterPart, useLoaded } from '../ui/use-loaded.ts';
import './popup.css';
import type { PopupCart } from './PopupCart.tsx';
import type { PopupLoad } from './PopupLoad.tsx';
import { useGlance } from './use-glance.ts';

/** Each opening needs some of these and not the others. */
const laterCart = laterPart(() => import('./PopupCart.tsx'));
const laterWish = laterPart(() => import('../session/WishBanner.tsx'));
const laterSilent = laterPart(() => import('./Silent.tsx'));
const laterLoad = laterPart(() => import('./PopupLoad.tsx'));
const laterNothing = laterPart(() => import('../session/NothingHere.tsx'));

interface PopupProps {
  readonly host: PopupHost;
  /** Left out where nothing plans the way back. */
  readonly planUndo?: PlanUndo | undefined;
}

/** The popup: the cart of the tab in front at a glance, from what was kept of it, or after a press. */
export function Popup({ host, planUndo }: PopupProps) {
  const told = useGlance(host);
  const glance = told === 'silent' ? null : told;
  const now = useNow();
  const wishes = useWishes(host);
  const { stage, perform, dismiss } = wishes;
  const [chosen, setChosen] = useState<string | null>(null);
  const { tabId } = host;
  const { page = null, lanes = [] } = glance ?? {};
  const lane = lanes.find(({ id }) => id === chosen) ?? lanes[0];
  const [wantsLoad, setWantsLoad] = useState(false);
  const loading = wantsLoad || stage.is === 'checked' || stage.is === 'loaded';
  const canLoad = lane !== undefined && lane.address.namespace !== '' && tabId !== null;
  const found = lane?.cart !== undefined && lane.cart !== null;

  if (loading && canLoad) {
    return (
      <div class="popup">
        <LoadedLoad
          lane={lane}
          page={page}
          host={host}
          tabId={tabId}
          wishes={wishes}
          onPlanned={() => setWantsLoad(false)}
          onBack={() => {
            setWantsLoad(false);
            dismiss();
          }}
        />
      </div>
    );
  }
  return (
    <div class="popup">
      <main>
        {!found && stage.is === 'waiting' && <h1 class="visually-hidden">CoCart</h1>}
        {stage.is !== 'none' && !(stage.is === 'failed' && !found) && (
          <LoadedWish screen="popup" stage={stage} onPerform={perform} onDismiss={dismiss} />
        )}
        {lane && found && (
          <LoadedCart
            lane={lane}
            lanes={lanes}
            page={page}
            now={now}
            host={host}
            wishes={wishes}
            planUndo={planUndo}
            onChoose={setChosen}
          />
        )}
        {told === 'silent' && <LoadedSilent />}
        {glance && !found && stage.is !== 'waiting' && (
          <LoadedNothing
            screen="popup"
            host={host}
            lanes={lanes}
            page={page}
            stage={stage}
            onLook={perform}
            askFor={(store) => (tabId === null ? null : askLook(tabId, page?.url ?? null, store))}
          />
        )}
        {canLoad && stage.is !== 'waiting' && (
          <div class="popup-part">
            <button
              type="button"
              class="button"
              onClick={() => {
                // What ended before is not about this cart; what is under way goes on.
                if (stage.is !== 'running') dismiss();
                setWantsLoad(true);
              }}
            >
              Load a cart…
            </button>
          </div>
        )}
      </main>
      <footer class="popup-foot muted">More in DevTools › CoCart</footer>
    </div>
  );
}

type PropsOf<T extends (props: never) => unknown> = Parameters<T>[0];

function LoadedCart(props: PropsOf<typeof PopupCart>) {
  const part = useLoaded(laterCart);
  return part && <part.PopupCart {...props} />;
}

function LoadedWish(props: PropsOf<typeof WishBanner>) {
  const part = useLoaded(laterWish);
  return part && <part.WishBanner {...props} />;
}

function LoadedSilent() {
  const part = useLoaded(laterSilent);
  return part && <part.Silent />;
}

function LoadedLoad(props: PropsOf<typeof PopupLoad>) {
  const part = useLoaded(laterLoad);
  return part && <part.PopupLoad {...props} />;
}

function LoadedNothing(props: PropsOf<typeof NothingHere>) {
  const part = useLoaded(laterNothing);
  return part && <part.NothingHere {...props} />;
}
