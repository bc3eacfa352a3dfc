import { useEffect, useMemo } from 'preact/hooks';
import type { Host } from '../../lib/host.ts';
import { type Ask, askRefresh } from '../../lib/log/ask-store.ts';
import { storeIdOf } from '../../lib/log/call.ts';
import type { CartLog } from '../../lib/log/cart-log.ts';
import { keySightings } from '../../lib/log/key-sightings.ts';
import type { Lane } from '../../lib/log/lane.ts';
import { seenCarts } from '../../lib/log/seen-carts.ts';
import type { SessionReading } from '../../lib/session/read-session.ts';
import type { SessionPart } from '../../lib/session/signs.ts';
import type { WishStage } from '../session/use-wishes.ts';
import { Access } from './Access.tsx';
import { AnswerView } from './AnswerView.tsx';
import { answerWords } from './answer-words.ts';
import { CartsSeen } from './CartsSeen.tsx';
import { Conflicts } from './Conflicts.tsx';
import { InBrowser } from './InBrowser.tsx';
import { KeyChurn } from './KeyChurn.tsx';
import { SessionCard } from './SessionCard.tsx';
import { Sightings } from './Sightings.tsx';
import './session-screen.css';
import { Tokens } from './Tokens.tsx';
import { useCartNames } from './use-cart-names.ts';
import { useForeign } from './use-foreign.ts';
import { useJars } from './use-jars.ts';
import type { Session } from './use-session.ts';
import { useWideLog } from './use-wide-log.ts';

interface SessionScreenProps {
  readonly log: CartLog;
  readonly host: Host;
  readonly session: Session;
  readonly stage: WishStage;
  readonly now: number;
  /** The part that a sign led to; null for none. */
  readonly part: SessionPart | null;
  readonly onPerform: (ask: Ask) => void;
  /** Called once the part is in sight. */
  readonly onThere: () => void;
}

/** The Session screen: whose cart is this, and what to change. It sends nothing by itself. */
export function SessionScreen(props: SessionScreenProps) {
  const { log, host, session, stage, now, part, onPerform, onThere } = props;
  const { reading, data, site } = session;
  const wide = useWideLog(host);
  const foreign = useForeign(host);
  const lane = log.lane.value;
  const busy = stage.is === 'running';
  useEffect(() => {
    const target = part && document.getElementById(part);
    if (!target) return;
    target.scrollIntoView({ block: 'start' });
    target.focus({ preventScroll: true });
    onThere();
  }, [part, reading, onThere]);
  return (
    <div class="session-screen">
      {lane && reading && (
        <OfLane
          lane={lane}
          reading={reading}
          session={session}
          log={log}
          wide={wide}
          host={host}
          busy={busy}
          now={now}
          onPerform={onPerform}
        />
      )}
      {!lane && (
        <AnswerView
          answer={{
            sentence: 'No call to a CoCart store was heard on this page.',
            todo: 'Reload the page, or find its cart from the Cart screen. Calls made by a service worker or by the front end’s own server are not shown by DevTools.',
            wrong: false,
          }}
        />
      )}
      <InBrowser
        data={data}
        site={site}
        ask={session.askInspect}
        busy={busy}
        now={now}
        onPerform={onPerform}
      />
      <Tokens foreign={foreign} data={data} now={now} />
      <Access host={host} now={now} />
    </div>
  );
}

interface OfLaneProps {
  readonly lane: Lane;
  readonly reading: SessionReading;
  readonly session: Session;
  readonly log: CartLog;
  readonly wide: CartLog;
  readonly host: Host;
  readonly busy: boolean;
  readonly now: number;
  readonly onPerform: (ask: Ask) => void;
}

/** Everything that calls tell of the store on the screen. */
function OfLane(props: OfLaneProps) {
  const { lane, reading, session, log, wide, host, busy, now, onPerform } = props;
  const { tabId } = host;
  const { whose, version } = lane;
  const { churn, conflicts, verdict } = reading;
  const calls = log.callsOf(lane.id);
  const { resting } = session;
  const sightings = useMemo(() => keySightings(calls, resting), [calls, resting]);
  const everywhere = wide.lanes.value;
  // The log stays the same object: its lanes tell that something new is in it.
  const carts = useMemo(() => seenCarts(wide, lane), [wide, everywhere, lane]);
  const storeId = storeIdOf(lane.address);
  const names = useCartNames(host, storeId, carts);
  const jars = useJars(
    host,
    carts.flatMap(({ tabs }) => tabs),
  );
  const store = useMemo(
    () => ({ version, signedIn: whose ? whose.owner === 'customer' : null }),
    [version, whose],
  );
  const answer = answerWords(lane, store, verdict);
  const isWrong = conflicts.some(({ byDesign }) => !byDesign);
  return (
    <>
      <AnswerView answer={isWrong ? { ...answer, todo: null, wrong: true } : answer} />
      <Conflicts conflicts={conflicts} names={names} now={now} />
      <SessionCard
        lane={lane}
        verdict={verdict}
        sightings={sightings}
        ask={tabId === null ? null : askRefresh(lane, tabId)}
        busy={busy}
        now={now}
        onPerform={onPerform}
      />
      <Sightings log={log} sightings={sightings} store={store} names={names} now={now} />
      <KeyChurn churn={churn} names={names} now={now} />
      <CartsSeen
        carts={carts}
        names={names}
        jars={jars}
        shownKey={whose?.key ?? null}
        chosen={lane.chosen}
        tabId={tabId}
        now={now}
        onShow={(cart) => log.chooseKey(cart?.laneId ?? lane.id, cart?.key ?? null)}
        onLabel={(key, label) => void host.labelCart(storeId, key, label)}
      />
    </>
  );
}
