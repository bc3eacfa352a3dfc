import '@preact/signals';
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { PlanUndo } from '../../lib/act-desk.ts';
import type { MoneyMode } from '../../lib/cart/money.ts';
import { counted } from '../../lib/counted.ts';
import type { Imported } from '../../lib/har-file/imported.ts';
import type { Host } from '../../lib/host.ts';
import { askRefresh } from '../../lib/log/ask-refresh.ts';
import type { CartLog } from '../../lib/log/cart-log.ts';
import { cartWithCurrency } from '../../lib/log/lane.ts';
import type { SessionPart } from '../../lib/session/signs.ts';
import { useActs } from '../action/use-acts.ts';
import { useCartLog } from '../session/use-cart-log.ts';
import { useNow } from '../session/use-now.ts';
import { useWishes } from '../session/use-wishes.ts';
import { useSession } from '../session-screen/use-session.ts';
import { announce } from '../ui/announce.ts';
import { focusSearch } from './focus-search.ts';
import { PanelHeader } from './PanelHeader.tsx';
import './panel.css';
import { type Tab, TabPanel, Tabs } from '../ui/Tabs.tsx';
import { laterPart, useLoaded } from '../ui/use-loaded.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** The Cart screen is as large as all the rest: the header is there, and listening, before it is read. */
const laterCartScreen = laterPart(() => import('./CartScreen.tsx'));
// Asked for with the script, for a cart that was kept is there before the header is drawn.
void laterCartScreen.load();
const laterNotes = laterPart(() => import('./PanelNotes.tsx'));
const laterActLayer = laterPart(() => import('../action/ActLayer.tsx'));
const laterLock = laterPart(() => import('../action/LockPill.tsx'));
const laterShortcuts = laterPart(() => import('./ShortcutsDialog.tsx'));
const laterNothing = laterPart(() => import('../session/NothingHere.tsx'));
const laterLoad = laterPart(() => import('../load-cart/LoadCartDialog.tsx'));
const laterSession = laterPart(() => import('../session-screen/SessionScreen.tsx'));
const laterTimeline = laterPart(() => import('../har-file/TimelineWithFiles.tsx'));
const laterSnapshots = laterPart(() => import('../snapshots/SnapshotsScreen.tsx'));

type Screen = 'cart' | 'timeline' | 'session' | 'snapshots';

function screensWith(wrong: number): readonly Tab<Screen>[] {
  const says = `Wrong with whose cart this is: ${counted(wrong, 'thing')}`;
  const count = wrong > 0 ? { number: wrong, says } : undefined;
  return [
    { id: 'cart', label: 'Cart' },
    { id: 'timeline', label: 'Timeline' },
    { id: 'session', label: 'Session', count },
    { id: 'snapshots', label: 'Snapshots' },
  ];
}

interface PanelProps {
  readonly log: CartLog;
  readonly host: Host;
  /** Left out where nothing plans the way back. */
  readonly planUndo?: PlanUndo | undefined;
}

/** The DevTools panel: the header, what has to be known before believing it, and the screens. */
export function Panel({ log, host, planUndo }: PanelProps) {
  const ready = useCartLog(log, host);
  const now = useNow();
  const cartScreen = useLoaded(laterCartScreen);
  const nothing = useLoaded(laterNothing);
  const wishes = useWishes(host);
  const root = useRef<HTMLDivElement>(null);
  const [money, setMoney] = useState<MoneyMode>('formatted');
  const [screen, setScreen] = useState<Screen>('cart');
  const sessionScreen = useLoaded(screen === 'session' ? laterSession : null);
  const opened = useRef(false);
  if (screen === 'session') opened.current = true;
  const session = useSession(log, host, opened.current, now);
  const [part, setPart] = useState<SessionPart | null>(null);
  const forgetPart = useCallback(() => setPart(null), []);
  const timeline = useLoaded(screen === 'timeline' ? laterTimeline : null);
  const [imported, setImported] = useState<Imported | null>(null);
  const snapshots = useLoaded(screen === 'snapshots' ? laterSnapshots : null);
  const [loading, setLoading] = useState<{ readonly key: string | null } | null>(null);
  const load = useLoaded(loading ? laterLoad : null);
  const [over, setOver] = useState<'settings' | 'shortcuts' | null>(null);
  const notes = useLoaded(laterNotes);
  const lane = log.lane.value;
  const page = log.page.value;
  const paused = log.paused.value;
  const cart = useMemo(() => lane && cartWithCurrency(lane), [lane]);
  const acts = useActs(host, wishes, lane?.address.origin ?? null);
  const layer = useLoaded(acts.planned || over === 'settings' ? laterActLayer : null);
  const lock = useLoaded(acts.guard && acts.guard.lock.is !== 'open' ? laterLock : null);
  const shortcuts = useLoaded(over === 'shortcuts' ? laterShortcuts : null);
  const { busy } = acts;
  const refreshAsk = lane && host.tabId !== null ? askRefresh(lane, host.tabId) : null;
  const canLoad = lane !== null && lane.address.namespace !== '';

  const refresh = () => {
    if (!refreshAsk || busy) return;
    // Whoever asks for the newest cart wants to see it.
    log.resume();
    wishes.perform(refreshAsk);
  };
  const clear = async () => {
    const { planLaneClear } = await import('../action/lane-acts.ts');
    const planned = lane && planLaneClear(lane);
    if (planned) acts.plan(planned);
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
      if (screen !== 'timeline') setScreen('cart');
      // The Cart screen is drawn before the next frame.
      requestAnimationFrame(() => root.current && void focusSearch(root.current));
    },
    '1': () => setScreen('cart'),
    '2': () => setScreen('timeline'),
    '3': () => setScreen('session'),
    '4': () => setScreen('snapshots'),
    '?': () => setOver('shortcuts'),
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
        onClear={() => void clear()}
        onSettings={() => setOver('settings')}
        onHelp={() => setOver('shortcuts')}
        sign={session.signs[0] ?? null}
        onSign={showPart}
      >
        {lock && acts.guard && (
          <lock.LockPill
            lock={acts.guard.lock}
            now={now}
            onLock={() => acts.guard && void acts.desk?.lock(acts.guard.origin)}
          />
        )}
      </PanelHeader>
      <main class="panel-main" aria-busy={!ready}>
        <div class="banners">
          {notes && (
            <notes.PanelNotes
              wishes={wishes}
              acts={acts}
              log={log}
              planUndo={planUndo}
              failsBelow={!cart}
              banners={
                lane && {
                  ...{ lane, page, now, dropped: log.dropped.value },
                  onRefresh: refreshAsk && refresh,
                  onReload: host.reload,
                }
              }
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
          {screen === 'timeline' && timeline && (
            <timeline.TimelineWithFiles
              log={log}
              host={host}
              money={money}
              onMoneyChange={setMoney}
              onPlan={acts.plan}
              imported={imported}
              onImported={setImported}
              isFilling={!ready}
            />
          )}
          {screen === 'snapshots' && snapshots && (
            <snapshots.SnapshotsScreen
              {...{ host, lane, now, stage: wishes.stage }}
              onPlan={acts.plan}
              onLoad={openLoad}
            />
          )}
          {screen === 'session' && sessionScreen && (
            <sessionScreen.SessionScreen
              log={log}
              host={host}
              session={session}
              wishes={wishes}
              acts={acts}
              now={now}
              part={part}
              onThere={forgetPart}
              onLoad={openLoad}
            />
          )}
          {screen === 'cart' && lane?.cart && cart && cartScreen && (
            <cartScreen.CartScreen
              key={lane.id}
              host={host}
              wishes={wishes}
              lane={lane}
              laneCart={lane.cart}
              cart={cart}
              acts={acts}
              planUndo={planUndo}
              money={money}
              onMoneyChange={setMoney}
            />
          )}
          {screen === 'cart' && !cart && ready && nothing && (
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
      {load && loading && lane && host.tabId !== null && (
        <load.LoadCartDialog
          lane={lane}
          cartKey={loading.key}
          pageUrl={page?.url ?? null}
          tabId={host.tabId}
          stage={wishes.stage}
          acts={acts}
          onPerform={wishes.perform}
          onDismiss={wishes.dismiss}
          onClose={() => setLoading(null)}
        />
      )}
      {layer && (
        <layer.ActLayer
          acts={acts}
          settings={over === 'settings'}
          onSettingsClose={() => setOver(null)}
        />
      )}
      {shortcuts && over === 'shortcuts' && (
        <shortcuts.ShortcutsDialog onClose={() => setOver(null)} />
      )}
    </div>
  );
}
