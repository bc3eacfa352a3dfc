import { useMemo } from 'preact/hooks';
import type { FoundKey } from '../../lib/found-key.ts';
import type { Host } from '../../lib/host.ts';
import { originOf } from '../../lib/http/origin-of.ts';
import type { CartLog } from '../../lib/log/cart-log.ts';
import { keySightings } from '../../lib/log/key-sightings.ts';
import type { Lane } from '../../lib/log/lane.ts';
import type { PageKey } from '../../lib/log/page-keys.ts';
import { seenCarts } from '../../lib/log/seen-carts.ts';
import { readConflicts } from '../../lib/session/conflicts.ts';
import { madeFor, type SiteFacts } from '../../lib/session/cookie-site.ts';
import { readKeyChurn } from '../../lib/session/key-churn.ts';
import { readSessionVerdict } from '../../lib/session/session-verdict.ts';
import { AnswerView } from './AnswerView.tsx';
import { answerWords } from './answer-words.ts';
import { BehindFrontEnd } from './BehindFrontEnd.tsx';
import { CartsSeen } from './CartsSeen.tsx';
import { Conflicts } from './Conflicts.tsx';
import { KeyChurn } from './KeyChurn.tsx';
import { SessionCard } from './SessionCard.tsx';
import { Sightings } from './Sightings.tsx';

interface LaneSessionProps {
  readonly lane: Lane;
  readonly site: SiteFacts;
  readonly log: CartLog;
  readonly wide: CartLog;
  readonly resting: readonly FoundKey[];
  readonly pageKeys: readonly PageKey[];
  readonly host: Host;
  readonly now: number;
}

/** Everything that calls tell of the store on the screen. */
export function LaneSession({
  lane,
  site,
  log,
  wide,
  resting,
  pageKeys,
  host,
  now,
}: LaneSessionProps) {
  const { whose, version, through } = lane;
  const calls = log.callsOf(lane.id);
  const sightings = useMemo(
    () => keySightings(calls, resting, pageKeys),
    [calls, resting, pageKeys],
  );
  const everywhere = wide.lanes.value;
  // The log stays the same object: its lanes tell that something new is in it.
  const carts = useMemo(() => seenCarts(wide, lane), [wide, everywhere, lane]);
  const names = useMemo(() => new Map(carts.map(({ key, name }) => [key, name])), [carts]);
  const store = useMemo(
    () => ({ version, signedIn: whose ? whose.owner === 'customer' : null }),
    [version, whose],
  );
  const shopOrigins = useMemo(() => originsOf(site), [site]);
  const churn = useMemo(() => readKeyChurn(calls, version), [calls, version]);
  const conflicts = useMemo(
    () => readConflicts({ calls, churn, resting, version }),
    [calls, churn, resting, version],
  );
  const key = whose?.key ?? null;
  const sessionCookie = resting.find(
    (found) => found.rest === 'session-cookie' && found.key === key,
  );
  const verdict =
    key === null
      ? null
      : readSessionVerdict({
          key,
          calls,
          churn,
          cart: lane.cart?.cart ?? null,
          expiries: lane.expiries,
          version,
          madeFor: sessionCookie ? madeFor(sessionCookie.name, site) : null,
          now,
        });
  const answer = answerWords(lane, store);
  return (
    <>
      <AnswerView answer={conflicts.length > 0 ? { ...answer, todo: null, wrong: true } : answer} />
      <Conflicts conflicts={conflicts} names={names} now={now} />
      {through && through.mappedAt === null && (
        <BehindFrontEnd host={host} through={through} heard={everywhere.map(addressOf)} />
      )}
      <SessionCard lane={lane} verdict={verdict} sightings={sightings} now={now} />
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
        shownKey={whose?.key ?? null}
        keyless={lane.cart !== null && whose === null}
        chosen={lane.chosen}
        tabId={host.tabId}
        now={now}
        onShow={(cart) => log.chooseKey(cart?.laneId ?? lane.id, cart?.key ?? null)}
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
