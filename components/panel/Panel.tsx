import '@preact/signals';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { MoneyMode } from '../../lib/cart/money.ts';
import type { Host } from '../../lib/host.ts';
import { askLook, askRefresh } from '../../lib/log/ask-store.ts';
import type { CartLog } from '../../lib/log/cart-log.ts';
import { cartWithCurrency } from '../../lib/log/lane.ts';
import { useCartLog } from '../session/use-cart-log.ts';
import { useNow } from '../session/use-now.ts';
import { useWishes } from '../session/use-wishes.ts';
import { announce } from '../ui/announce.ts';
import { Banners } from './Banners.tsx';
import { focusRawSearch } from './focus-raw-search.ts';
import { PanelHeader } from './PanelHeader.tsx';
import './panel.css';
import { WishBanner } from '../session/WishBanner.tsx';
import { type Tab, TabPanel, Tabs } from '../ui/Tabs.tsx';
import { laterPart, useLoaded } from '../ui/use-loaded.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** The Cart screen is as large as all the rest: the header is there, and listening, before it is read. */
const laterCartScreen = laterPart(() => import('../cart/CartView.tsx'));
const laterNothing = laterPart(() => import('../session/NothingHere.tsx'));
const laterHelp = laterPart(() => import('./ShortcutsDialog.tsx'));
const laterLoad = laterPart(() => import('../load-cart/LoadCartDialog.tsx'));
const laterSession = laterPart(() => import('../session-screen/SessionScreen.tsx'));

type Screen = 'cart' | 'session';

const SCREENS: readonly Tab<Screen>[] = [
  { id: 'cart', label: 'Cart' },
  { id: 'session', label: 'Session' },
];

interface PanelProps {
  readonly log: CartLog;
  readonly host: Host;
}

/** The DevTools panel: the header, what has to be known before believing it, and the screens. */
export function Panel({ log, host }: PanelProps) {
  const ready = useCartLog(log, host);
  const now = useNow();
  const cartScreen = useLoaded(laterCartScreen);
  const nothing = useLoaded(laterNothing);
  const wishes = useWishes(host);
  const root = useRef<HTMLDivElement>(null);
  const [money, setMoney] = useState<MoneyMode>('formatted');
  const [screen, setScreen] = useState<Screen>('cart');
  const session = useLoaded(screen === 'session' ? laterSession : null);
  const [help, setHelp] = useState(false);
  const shortcuts = useLoaded(help ? laterHelp : null);
  const [loading, setLoading] = useState<{ key: string | null } | null>(null);
  const load = useLoaded(loading ? laterLoad : null);
  const lane = log.lane.value;
  const page = log.page.value;
  const paused = log.paused.value;
  const cart = useMemo(() => lane && cartWithCurrency(lane), [lane]);
  const busy = wishes.stage.is === 'running';
  const refreshAsk = lane?.cart && host.tabId !== null ? askRefresh(lane, host.tabId) : null;
  const canLoad = lane !== null && lane.address.namespace !== '';

  const refresh = () => {
    if (!refreshAsk || busy) return;
    // Whoever asks for the newest cart wants to see it.
    log.resume();
    wishes.perform(refreshAsk);
  };
  const pause = () => {
    if (paused) log.resume();
    else log.pause();
    announce(paused ? 'Resumed' : 'Paused');
  };
  const openLoad = (key: string | null) => {
    // What ended before is not about this cart; what is under way goes on.
    if (!busy) wishes.dismiss();
    setLoading({ key });
  };
  useShortcuts({
    r: refresh,
    l: () => canLoad && openLoad(null),
    p: pause,
    m: () => setMoney(money === 'minor' ? 'formatted' : 'minor'),
    '/': () => {
      setScreen('cart');
      // The Cart screen is drawn before the next frame.
      requestAnimationFrame(() => root.current && void focusRawSearch(root.current));
    },
    '1': () => setScreen('cart'),
    '2': () => setScreen('session'),
    '?': () => setHelp(true),
  });

  return (
    <div class="panel" ref={root}>
      <PanelHeader
        lanes={log.lanes.value}
        lane={lane}
        page={page}
        now={now}
        paused={paused}
        waiting={log.waiting.value}
        busy={busy}
        canRefresh={refreshAsk !== null}
        canLoad={canLoad}
        onChoose={log.choose}
        onRefresh={refresh}
        onLoad={() => openLoad(null)}
        onPause={pause}
        onHelp={() => setHelp(true)}
      />
      <main class="panel-main">
        <div class="banners">
          {!(wishes.stage.is === 'failed' && !cart) && (
            <WishBanner
              screen="panel"
              stage={wishes.stage}
              onPerform={wishes.perform}
              onDismiss={wishes.dismiss}
            />
          )}
          {lane && (
            <Banners
              lane={lane}
              page={page}
              dropped={log.dropped.value}
              now={now}
              onRefresh={refreshAsk && refresh}
              onReload={host.reload}
            />
          )}
        </div>
        <div class="screens">
          <Tabs
            label="Screens"
            name="screen"
            tabs={SCREENS}
            selected={screen}
            onSelect={setScreen}
          />
        </div>
        <TabPanel name="screen" id={screen} class="screen">
          {screen === 'session'
            ? session && (
                <session.SessionScreen
                  log={log}
                  host={host}
                  stage={wishes.stage}
                  now={now}
                  onPerform={wishes.perform}
                  onLoad={openLoad}
                />
              )
            : lane?.cart && cart
              ? cartScreen && (
                  <cartScreen.CartView
                    key={lane.id}
                    cart={cart}
                    changes={lane.cart.change?.change ?? null}
                    raw={lane.cart.raw.json}
                    problems={lane.cart.problems}
                    money={money}
                    onMoneyChange={setMoney}
                  />
                )
              : ready &&
                nothing && (
                  <nothing.NothingHere
                    screen="panel"
                    host={host}
                    lanes={log.lanes.value}
                    page={page}
                    stage={wishes.stage}
                    onLook={wishes.perform}
                    askFor={(store) =>
                      host.tabId === null ? null : askLook(host.tabId, page?.url ?? null, store)
                    }
                  />
                )}
        </TabPanel>
      </main>
      {load && loading && lane && host.tabId !== null && (
        <load.LoadCartDialog
          lane={lane}
          cartKey={loading.key}
          pageUrl={page?.url ?? null}
          tabId={host.tabId}
          stage={wishes.stage}
          onPerform={wishes.perform}
          onDismiss={wishes.dismiss}
          onPlan={null}
          onClose={() => setLoading(null)}
        />
      )}
      {shortcuts && <shortcuts.ShortcutsDialog open={help} onClose={() => setHelp(false)} />}
    </div>
  );
}
