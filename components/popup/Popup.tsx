import { useState } from 'preact/hooks';
import type { PlanUndo } from '../../lib/act-desk.ts';
import type { PopupHost } from '../../lib/host.ts';
import { useNow } from '../session/use-now.ts';
import { useWishes } from '../session/use-wishes.ts';
import { laterPart, useLoaded } from '../ui/use-loaded.ts';
import './popup.css';
import { useGlance } from './use-glance.ts';

/** Which of these an opening needs is known once the glance is there. */
const laterCart = laterPart(() => import('./PopupCart.tsx'));
const laterWish = laterPart(() => import('../session/WishBanner.tsx'));
const laterSilent = laterPart(() => import('./Silent.tsx'));
const laterSave = laterPart(() => import('./PopupSave.tsx'));
const laterLoad = laterPart(() => import('./PopupLoad.tsx'));
const laterNothing = laterPart(() => import('../session/NothingHere.tsx'));
const laterObserving = laterPart(() => import('./ObservingPart.tsx'));

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
  const wish = useLoaded(stage.is === 'none' ? null : laterWish);
  const silent = useLoaded(told === 'silent' ? laterSilent : null);
  const { tabId } = host;
  const { page = null, lanes = [], signs = {} } = glance ?? {};
  const lane = lanes.find(({ id }) => id === chosen) ?? lanes[0];
  const found = Boolean(lane?.cart || lane?.unread);
  const cart = useLoaded(found ? laterCart : null);
  const nothing = useLoaded(glance && !found ? laterNothing : null);
  const save = useLoaded(found ? laterSave : null);
  const observing = useLoaded(glance ? laterObserving : null);
  const [wanted, setWanted] = useState<{ readonly key: string | null } | null>(null);
  const isCopy = stage.is === 'acted' && stage.act?.copyOf !== undefined;
  // Each leads on from there, wherever the person went while it was under way.
  const loading = wanted !== null || isCopy || stage.is === 'checked' || stage.is === 'loaded';
  const canLoad = lane !== undefined && lane.address.namespace !== '' && tabId !== null;
  const load = useLoaded(loading && canLoad ? laterLoad : null);
  const go = (to: typeof wanted) => {
    // What ended before is not about what comes next; what is under way goes on.
    if (stage.is !== 'running') dismiss();
    setWanted(to);
  };

  if (loading && canLoad) {
    return (
      <div class="popup">
        {load && (
          <load.PopupLoad
            lane={lane}
            page={page}
            host={host}
            tabId={tabId}
            wishes={wishes}
            cartKey={wanted?.key ?? null}
            onPlanned={() => setWanted(null)}
            onLoad={(key) => go({ key })}
            onBack={() => go(null)}
          />
        )}
      </div>
    );
  }
  return (
    <div class="popup">
      <main>
        {!found && stage.is === 'waiting' && <h1 class="visually-hidden">CoCart</h1>}
        {wish && !(stage.is === 'failed' && !found) && (
          <wish.WishBanner screen="popup" stage={stage} onPerform={perform} onDismiss={dismiss} />
        )}
        {lane && found && cart && (
          <cart.PopupCart
            lane={lane}
            lanes={lanes}
            sign={signs[lane.id] ?? null}
            page={page}
            now={now}
            host={host}
            wishes={wishes}
            planUndo={planUndo}
            onChoose={setChosen}
          />
        )}
        {silent && <silent.Silent />}
        {glance && !found && nothing && stage.is !== 'waiting' && (
          <nothing.NothingHere
            screen="popup"
            host={host}
            lanes={lanes}
            page={page}
            stage={stage}
            onLook={perform}
          />
        )}
        {canLoad && (cart ?? nothing) && stage.is !== 'waiting' && (
          <div class="popup-part popup-actions">
            <button type="button" class="button" onClick={() => go({ key: null })}>
              Load a cart…
            </button>
            {save && <save.PopupSave key={lane.id} lane={lane} host={host} />}
          </div>
        )}
        {glance && observing && stage.is !== 'waiting' && (
          <observing.ObservingPart
            host={host}
            glance={glance}
            hasKey={Boolean(lane?.whose)}
            busy={stage.is === 'running'}
            onPerform={perform}
          />
        )}
      </main>
      <footer class="popup-foot muted">More in DevTools › CoCart</footer>
    </div>
  );
}
