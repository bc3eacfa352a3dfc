import { useMemo } from 'preact/hooks';
import type { FoundKey } from '../../lib/found-key.ts';
import type { Host } from '../../lib/host.ts';
import { askInspect } from '../../lib/log/ask-inspect.ts';
import type { Ask } from '../../lib/log/ask-store.ts';
import type { CartLog } from '../../lib/log/cart-log.ts';
import type { SiteFacts } from '../../lib/session/cookie-site.ts';
import { keysInCookieReading, keysInStorageReading } from '../../lib/site-keys.ts';
import type { WishStage } from '../session/use-wishes.ts';
import { Access } from './Access.tsx';
import { AnswerView } from './AnswerView.tsx';
import { FrontEnds } from './FrontEnds.tsx';
import { InBrowser } from './InBrowser.tsx';
import { LaneSession } from './LaneSession.tsx';
import { RestingKeys } from './RestingKeys.tsx';
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
}

/** The Session screen: whose cart is this, and what to change. It sends nothing. */
export function SessionScreen({ log, host, stage, now, onPerform }: SessionScreenProps) {
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
  const resting = useMemo(() => restingIn(data), [data]);
  const pageKeys = log.pageKeys.value;
  return (
    <div class="session-screen">
      {lane ? (
        <LaneSession
          lane={lane}
          site={site}
          log={log}
          wide={wide}
          resting={resting}
          pageKeys={pageKeys}
          host={host}
          now={now}
        />
      ) : (
        <>
          <AnswerView
            answer={{
              sentence: 'No call to a CoCart store was heard on this page.',
              todo: 'Reload the page, or find its cart from the Cart screen. Calls made by a service worker or by the front end’s own server are not shown by DevTools.',
              wrong: false,
            }}
          />
          <RestingKeys log={log} resting={resting} pageKeys={pageKeys} now={now} />
        </>
      )}
      <InBrowser
        data={data}
        site={site}
        called={lane?.through ? lane.through.origin + lane.through.path : site.storeUrl}
        ask={ask}
        busy={stage.is === 'running'}
        now={now}
        onPerform={onPerform}
      />
      <Tokens foreign={foreign} data={data} now={now} />
      <FrontEnds host={host} now={now} />
      <Access host={host} now={now} />
    </div>
  );
}

function restingIn({ cookies, storage }: SiteData): readonly FoundKey[] {
  return [
    ...(cookies?.is === 'read' ? keysInCookieReading(cookies.value) : []),
    ...(storage?.is === 'read' ? keysInStorageReading(storage.value) : []),
  ];
}
