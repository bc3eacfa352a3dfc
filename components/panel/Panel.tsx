import '@preact/signals';
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { MoneyMode } from '../../lib/cart/money.ts';
import { counted } from '../../lib/counted.ts';
import type { Host } from '../../lib/host.ts';
import { askRefresh } from '../../lib/log/ask-refresh.ts';
import type { CartLog } from '../../lib/log/cart-log.ts';
import { cartWithCurrency } from '../../lib/log/lane.ts';
import type { SessionPart } from '../../lib/session/signs.ts';
import { useCartLog } from '../session/use-cart-log.ts';
import { useNow } from '../session/use-now.ts';
import { useWishes } from '../session/use-wishes.ts';
import { useSession } from '../session-screen/use-session.ts';
import { announce } from '../ui/announce.ts';
import { focusRawSearch } from './focus-raw-search.ts';
import { PanelHeader } from './PanelHeader.tsx';
import './panel.css';
import { type Tab, TabPanel, Tabs } from '../ui/Tabs.tsx';
import { laterPart, useLoaded } from '../ui/use-loaded.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** The Cart screen is as large as all the rest: the header is there, and listening, before it is read. */
const laterCartScreen = laterPart(() => import('../cart/CartView.tsx'));
const laterNothing = laterPart(() => import('../session/NothingHere.tsx'));
const laterSession = laterPart(() => import('../session-screen/SessionScreen.tsx'));
const laterBanners = laterPart(() => import('./Banners.tsx'));
const laterWish = laterPart(() => import('../session/WishBanner.tsx'));
const laterShortcuts = laterPart(() => import('./ShortcutsDialog.tsx'));

type Screen = 'cart' | 'session';

function screensWith(wrong: number): readonly Tab<Screen>[] {
  const says = `Wrong with whose cart this is: ${counted(wrong, 'thing')}`;
  const count = wrong > 0 ? { number: wrong, says } : undefined;
  return [
    { id: 'cart', label: 'Cart' },
    { id: 'session', label: 'Session', count },
  ];
}

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
  const banners = useLoaded(laterBanners);
  const wishes = useWishes(host);
  const wish = useLoaded(wishes.stage.is === 'none' ? null : laterWish);
  const root = useRef<HTMLDivElement>(null);
  const [money, setMoney] = useState<MoneyMode>('formatted');
  const [screen, setScreen] = useState<Screen>('cart');
  const sessionScreen = useLoaded(screen === 'session' ? laterSession : null);
  const opened = useRef(false);
  if (screen === 'session') opened.current = true;
  const session = useSession(log, host, opened.current, now);
  const [part, setPart] = useState<SessionPart | null>(null);
  const forgetPart = useCallback(() => setPart(null), []);
  const [help, setHelp] = useState(false);
  const shortcuts = useLoaded(help ? laterShortcuts : null);
  const lane = log.lane.value;
  const page = log.page.value;
  const paused = log.paused.value;
  const cart = useMemo(() => lane && cartWithCurrency(lane), [lane]);
  const busy = wishes.stage.is === 'running';
  const refreshAsk = lane && host.tabId !== null ? askRefresh(lane, host.tabId) : null;

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
  const showPart = (wanted: SessionPart) => {
    setScreen('session');
    setPart(wanted);
  };
  useShortcuts({
    r: refresh,
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
        onChoose={log.choose}
        onRefresh={refresh}
        onPause={pause}
        onHelp={() => setHelp(true)}
        sign={session.signs[0] ?? null}
        onSign={showPart}
      />
      <main class="panel-main">
        <div class="banners">
          {wish && !(wishes.stage.is === 'failed' && !cart) && (
            <wish.WishBanner
              screen="panel"
              stage={wishes.stage}
              onPerform={wishes.perform}
              onDismiss={wishes.dismiss}
            />
          )}
          {lane && banners && (
            <banners.Banners
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
            tabs={screensWith(session.wrong)}
            selected={screen}
            onSelect={setScreen}
          />
        </div>
        <TabPanel name="screen" id={screen} class="screen">
          {screen === 'session'
            ? sessionScreen && (
                <sessionScreen.SessionScreen
                  log={log}
                  host={host}
                  session={session}
                  stage={wishes.stage}
                  now={now}
                  part={part}
                  onPerform={wishes.perform}
                  onThere={forgetPart}
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
                  />
                )}
        </TabPanel>
      </main>
      {shortcuts && <shortcuts.ShortcutsDialog onClose={() => setHelp(false)} />}
    </div>
  );
}
