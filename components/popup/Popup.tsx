import { useState } from 'preact/hooks';
import type { PopupHost } from '../../lib/host.ts';
import { useNow } from '../session/use-now.ts';
import { useWishes } from '../session/use-wishes.ts';
import { laterPart, useLoaded } from '../ui/use-loaded.ts';
import './popup.css';
import { useGlance } from './use-glance.ts';

/** Which of these an opening needs is known once the glance is there. */
const laterCart = laterPart(() => import('./PopupCart.tsx'));
const laterNothing = laterPart(() => import('../session/NothingHere.tsx'));
const laterObserving = laterPart(() => import('./ObservingPart.tsx'));
const laterWish = laterPart(() => import('../session/WishBanner.tsx'));
const laterSilent = laterPart(() => import('./Silent.tsx'));

interface PopupProps {
  readonly host: PopupHost;
}

/** The popup: the cart of the tab in front at a glance, from what was kept of it, or after a press. */
export function Popup({ host }: PopupProps) {
  const told = useGlance(host);
  const glance = told === 'silent' ? null : told;
  const now = useNow();
  const { stage, perform, dismiss } = useWishes(host);
  const [chosen, setChosen] = useState<string | null>(null);
  const wish = useLoaded(stage.is === 'none' ? null : laterWish);
  const silent = useLoaded(told === 'silent' ? laterSilent : null);
  const { tabId } = host;
  const { page = null, lanes = [], signs = {} } = glance ?? {};
  const lane = lanes.find(({ id }) => id === chosen) ?? lanes[0];
  const found = Boolean(lane?.cart || lane?.unread);
  const cart = useLoaded(found ? laterCart : null);
  const nothing = useLoaded(glance && !found ? laterNothing : null);
  const observing = useLoaded(glance ? laterObserving : null);

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
            busy={stage.is === 'running'}
            tabId={tabId}
            onChoose={setChosen}
            onPerform={perform}
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
