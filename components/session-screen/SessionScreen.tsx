import { useMemo } from 'preact/hooks';
import type { Host } from '../../lib/host.ts';
import { type Ask, askInspect } from '../../lib/log/ask-store.ts';
import type { CartLog } from '../../lib/log/cart-log.ts';
import { keySightings } from '../../lib/log/key-sightings.ts';
import type { Lane } from '../../lib/log/lane.ts';
import { seenCarts } from '../../lib/log/seen-carts.ts';
import { readConflicts } from '../../lib/session/conflicts.ts';
import { madeFor, type SiteFacts } from '../../lib/session/cookie-site.ts';
import { readKeyChurn } from '../../lib/session/key-churn.ts';
import { readSessionVerdict } from '../../lib/session/session-verdict.ts';
import { keysInCookieReading, keysInStorageReading } from '../../lib/site-keys.ts';
import type { WishStage } from '../session/use-wishes.ts';
import { Access } from './Access.tsx';
import { AnswerView } from './AnswerView.tsx';
import { answerWords } from './answer-words.ts';
import { CartsSeen } from './CartsSeen.tsx';
import { Conflicts } from './Conflicts.tsx';
import { InBrowser } from './InBrowser.tsx';
import { KeyChurn } from './KeyChurn.tsx';
import { PlaceKeys } from './PlaceKeys.tsx';
import { SessionCard } from './SessionCard.tsx';
import { Sightings } from './Sightings.tsx';
import './session-screen.css';
import { Tokens } from './Tokens.tsx';
import { useForeign } from './use-foreign.ts';
import { type SiteData, useSiteData } from './use-site-data.ts';
import { useWideLog } from './use-wide-log.ts';

interface SessionScreenProps {
  readonly log: CartLog;
  readonly host: Host;
  readonly stage: WishStage;
  readonly now: number;
  readonly onPerform: (ask: Ask) => void;
  /** Leads to loading the cart of this key in the browser. */
  readonly onLoad: (key: string) => void;
}

/** The Session screen: whose cart is this, and what to change. It sends nothing. */
export function SessionScreen(props: SessionScreenProps) {
  const { log, host, stage, now, onPerform, onLoad } = props;
  const wide = useWideLog(host);
  const lane = log.lane.value;
  const pageUrl = log.page.value?.url ?? null;
  const known = lane?.address.namespace ? lane.address : null;
  const site: SiteFacts = useMemo(
    () => ({ pageUrl, storeUrl: known?.restRoot ?? null, homeUrl: lane?.store?.homeUrl ?? null }),
    [pageUrl, known?.restRoot, lane?.store?.homeUrl],
  );
  const ask = host.tabId === null ? null : askInspect(host.tabId, pageUrl, known);
  const pageOrigin = ask && pageUrl ? new URL(pageUrl).origin : null;
  const urls = [pageUrl, known?.restRoot].filter(Boolean).join(' ');
  const foreign = useForeign(host);
  const data = useSiteData(host, pageOrigin, urls);
  return (
    <div class="session-screen">
      {lane ? (
        <OfLane
          lane={lane}
          site={site}
          log={log}
          wide={wide}
          data={data}
          tabId={host.tabId}
          now={now}
          onLoad={onLoad}
        />
      ) : (
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
        ask={ask}
        busy={stage.is === 'running'}
        now={now}
        onPerform={onPerform}
      />
      {pageUrl && ask && (data.cookies?.is === 'read' || data.storage?.is === 'read') && (
        <PlaceKeys
          host={host}
          kept={keptIn(data)}
          pageUrl={pageUrl}
          storeOrigin={known?.origin ?? null}
          carts={lane ? seenCarts(wide, lane) : []}
          busy={stage.is === 'running'}
          onPerform={onPerform}
        />
      )}
      <Tokens foreign={foreign} data={data} now={now} />
      <Access host={host} now={now} />
    </div>
  );
}

interface OfLaneProps {
  readonly lane: Lane;
  readonly site: SiteFacts;
  readonly log: CartLog;
  readonly wide: CartLog;
  readonly data: SiteData;
  readonly tabId: number | null;
  readonly now: number;
  readonly onLoad: (key: string) => void;
}

/** Everything that calls tell of the store on the screen. */
function OfLane({ lane, site, log, wide, data, tabId, now, onLoad }: OfLaneProps) {
  const { whose, version } = lane;
  const calls = log.callsOf(lane.id);
  const resting = useMemo(() => restingIn(data), [data]);
  const sightings = useMemo(() => keySightings(calls, resting), [calls, resting]);
  const everywhere = wide.lanes.value;
  // The log stays the same object: its lanes tell that something new is in it.
  const carts = useMemo(() => seenCarts(wide, lane), [wide, everywhere, lane]);
  const names = useMemo(() => new Map(carts.map(({ key, name }) => [key, name])), [carts]);
  const store = useMemo(
    () => ({ version, signedIn: whose ? whose.owner === 'customer' : null }),
    [version, whose],
  );
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
      <SessionCard lane={lane} verdict={verdict} sightings={sightings} now={now} />
      <Sightings log={log} sightings={sightings} store={store} names={names} now={now} />
      <KeyChurn churn={churn} names={names} now={now} />
      <CartsSeen
        carts={carts}
        shownKey={whose?.key ?? null}
        chosen={lane.chosen}
        tabId={tabId}
        now={now}
        onLoad={lane.address.namespace === '' ? null : onLoad}
        onShow={(cart) => log.chooseKey(cart?.laneId ?? lane.id, cart?.key ?? null)}
      />
    </>
  );
}

function keptIn({ cookies, storage }: SiteData) {
  return {
    cookies: cookies?.is === 'read' ? cookies.value : null,
    storage: storage?.is === 'read' ? storage.value : null,
  };
}

function restingIn({ cookies, storage }: SiteData) {
  return [
    ...(cookies?.is === 'read' ? keysInCookieReading(cookies.value) : []),
    ...(storage?.is === 'read' ? keysInStorageReading(storage.value) : []),
  ];
}
