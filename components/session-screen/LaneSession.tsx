import { useMemo } from 'preact/hooks';
import { cartNameText } from '../../lib/cart-names.ts';
import type { Host } from '../../lib/host.ts';
import { originOf } from '../../lib/http/origin-of.ts';
import { askRefresh } from '../../lib/log/ask-refresh.ts';
import type { Ask } from '../../lib/log/ask-store.ts';
import { storeIdOf } from '../../lib/log/call.ts';
import type { CartLog } from '../../lib/log/cart-log.ts';
import { keySightings } from '../../lib/log/key-sightings.ts';
import type { Lane } from '../../lib/log/lane.ts';
import type { PageKey } from '../../lib/log/page-keys.ts';
import { seenCarts } from '../../lib/log/seen-carts.ts';
import type { SiteFacts } from '../../lib/session/cookie-site.ts';
import type { SessionReading } from '../../lib/session/read-session.ts';
import { AnswerView } from './AnswerView.tsx';
import { answerWords } from './answer-words.ts';
import { BehindFrontEnd } from './BehindFrontEnd.tsx';
import { CartsSeen } from './CartsSeen.tsx';
import { Conflicts } from './Conflicts.tsx';
import { KeptHere } from './KeptHere.tsx';
import { KeyChurn } from './KeyChurn.tsx';
import { SessionCard } from './SessionCard.tsx';
import { Sightings } from './Sightings.tsx';
import { useCartNames } from './use-cart-names.ts';
import { useJars } from './use-jars.ts';
import type { Session } from './use-session.ts';

interface LaneSessionProps {
  readonly lane: Lane;
  readonly reading: SessionReading;
  readonly session: Session;
  readonly log: CartLog;
  readonly wide: CartLog;
  readonly pageKeys: readonly PageKey[];
  readonly host: Host;
  readonly busy: boolean;
  readonly now: number;
  readonly onPerform: (ask: Ask) => void;
  /** Leads to loading the cart of this key in the browser. */
  readonly onLoad: (key: string) => void;
}

/** Everything that calls tell of the store on the screen. */
export function LaneSession(props: LaneSessionProps) {
  const { lane, reading, session, log, wide, pageKeys, host, busy, now } = props;
  const { onPerform, onLoad } = props;
  const { tabId } = host;
  const { whose, version, through } = lane;
  const { churn, conflicts, verdict } = reading;
  const calls = log.callsOf(lane.id);
  const { resting, site } = session;
  const sightings = useMemo(
    () => keySightings(calls, resting, pageKeys),
    [calls, resting, pageKeys],
  );
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
  const shopOrigins = useMemo(() => originsOf(site), [site]);
  const answer = answerWords(lane, store, verdict);
  const isWrong = conflicts.some(({ byDesign }) => !byDesign);
  return (
    <>
      <AnswerView answer={isWrong ? { ...answer, todo: null, wrong: true } : answer} />
      <Conflicts conflicts={conflicts} names={names} now={now} />
      {through && through.mappedAt === null && (
        <BehindFrontEnd host={host} through={through} heard={everywhere.map(addressOf)} />
      )}
      <SessionCard
        lane={lane}
        verdict={verdict}
        sightings={sightings}
        ask={tabId === null ? null : askRefresh(lane, tabId)}
        busy={busy}
        now={now}
        onPerform={onPerform}
      />
      <Sightings
        log={log}
        sightings={sightings}
        store={store}
        shopOrigins={shopOrigins}
        names={names}
        now={now}
      />
      <KeyChurn churn={churn} names={names} now={now} />
      <CartsSeen
        carts={carts}
        names={names}
        jars={jars}
        shownKey={whose?.key ?? null}
        keyless={lane.cart !== null && whose === null}
        chosen={lane.chosen}
        tabId={tabId}
        now={now}
        onShow={(cart) => log.chooseKey(cart?.laneId ?? lane.id, cart?.key ?? null)}
        onLabel={(key, label) => void host.labelCart(storeId, key, label)}
        onLoad={lane.address.namespace === '' ? null : onLoad}
      />
      <KeptHere
        host={host}
        session={session}
        version={version}
        storeOrigin={lane.address.namespace === '' ? null : lane.address.origin}
        carts={carts.flatMap(({ key }) => {
          const name = names.get(key);
          return name ? [{ key, name: cartNameText(key, name) }] : [];
        })}
        busy={busy}
        onPerform={onPerform}
      />
    </>
  );
}

function addressOf({ address }: Lane) {
  return address;
}

/** Where the store's own pages stand. */
function originsOf({ storeUrl, homeUrl }: SiteFacts): readonly string[] {
  return [storeUrl, homeUrl].flatMap((url) => (url === null ? [] : (originOf(url) ?? [])));
}
