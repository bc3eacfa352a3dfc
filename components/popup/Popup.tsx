import '@preact/signals';
import type { Host } from '../../lib/host.ts';
import { type Ask, askLook } from '../../lib/log/ask-store.ts';
import type { CartLog } from '../../lib/log/cart-log.ts';
import { NothingHere } from '../session/NothingHere.tsx';
import { useCartLog } from '../session/use-cart-log.ts';
import { useNow } from '../session/use-now.ts';
import { useWishes } from '../session/use-wishes.ts';
import { WishBanner } from '../session/WishBanner.tsx';
import { PopupCart } from './PopupCart.tsx';
import './popup.css';

interface PopupProps {
  readonly log: CartLog;
  readonly host: Host;
}

/** The popup: the cart of the tab in front at a glance, from what was seen of it, or after a press. */
export function Popup({ log, host }: PopupProps) {
  const ready = useCartLog(log, host);
  const now = useNow();
  const { stage, perform, dismiss } = useWishes(host);
  const lane = log.lane.value;
  const page = log.page.value;
  const { tabId } = host;
  const askFor = (store: Parameters<typeof askLook>[2]): Ask | null =>
    tabId === null ? null : askLook(tabId, page?.url ?? null, store);

  return (
    <div class="popup">
      <main>
        {!(stage.is === 'failed' && !lane?.cart) && (
          <WishBanner screen="popup" stage={stage} onPerform={perform} onDismiss={dismiss} />
        )}
        {lane?.cart ? (
          <PopupCart
            lane={lane}
            lanes={log.lanes.value}
            page={page}
            now={now}
            busy={stage.is === 'running'}
            tabId={tabId}
            onChoose={log.choose}
            onPerform={perform}
          />
        ) : (
          ready &&
          stage.is !== 'waiting' && (
            <NothingHere
              screen="popup"
              host={host}
              lanes={log.lanes.value}
              page={page}
              stage={stage}
              askFor={askFor}
              onLook={perform}
            />
          )
        )}
      </main>
      <footer class="popup-foot muted">More in DevTools › CoCart</footer>
    </div>
  );
}
