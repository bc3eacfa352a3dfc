import { useEffect } from 'preact/hooks';
import type { Host } from '../../lib/host.ts';
import type { CartLog } from '../../lib/log/cart-log.ts';
import type { SessionPart } from '../../lib/session/signs.ts';
import type { Acts } from '../action/use-acts.ts';
import type { Wishes } from '../session/use-wishes.ts';
import { SignPart } from '../sign-in/SignPart.tsx';
import { Access } from './Access.tsx';
import { AnswerView } from './AnswerView.tsx';
import { FrontEnds } from './FrontEnds.tsx';
import { InBrowser } from './InBrowser.tsx';
import { KeptHere } from './KeptHere.tsx';
import { LaneSession } from './LaneSession.tsx';
import { RestingKeys } from './RestingKeys.tsx';
import './session-screen.css';
import { Tokens } from './Tokens.tsx';
import { useForeign } from './use-foreign.ts';
import type { Session } from './use-session.ts';
import { useWideLog } from './use-wide-log.ts';

interface SessionScreenProps {
  readonly log: CartLog;
  readonly host: Host;
  readonly session: Session;
  readonly wishes: Wishes;
  readonly acts: Acts;
  readonly now: number;
  /** The part that a sign led to; null for none. */
  readonly part: SessionPart | null;
  /** Called once the part is in sight. */
  readonly onThere: () => void;
  /** Leads to loading the cart of this key in the browser. */
  readonly onLoad: (key: string) => void;
}

/** The Session screen: whose cart is this, and what to change. It sends nothing by itself. */
export function SessionScreen(props: SessionScreenProps) {
  const { log, host, session, wishes, acts, now, part, onThere, onLoad } = props;
  const { stage, perform: onPerform } = wishes;
  const { reading, data, site } = session;
  const wide = useWideLog(host);
  const foreign = useForeign(host);
  const lane = log.lane.value;
  const pageKeys = log.pageKeys.value;
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
        <LaneSession
          lane={lane}
          reading={reading}
          session={session}
          log={log}
          wide={wide}
          pageKeys={pageKeys}
          host={host}
          busy={busy}
          now={now}
          onPerform={onPerform}
          onLoad={onLoad}
        />
      )}
      {lane && <SignPart lane={lane} host={host} wishes={wishes} acts={acts} />}
      {!lane && (
        <>
          <AnswerView
            answer={{
              sentence: 'No call to a CoCart store was heard on this page.',
              todo: 'Reload the page, or find its cart from the Cart screen. Calls made by a service worker or by the front end’s own server are not shown by DevTools.',
              wrong: false,
            }}
          />
          <RestingKeys log={log} resting={session.resting} pageKeys={pageKeys} now={now} />
          <KeptHere
            {...{ host, session, busy, onPerform }}
            version={null}
            storeOrigin={null}
            carts={[]}
          />
        </>
      )}
      <InBrowser
        data={data}
        site={site}
        called={lane?.through ? lane.through.origin + lane.through.path : site.storeUrl}
        ask={session.askInspect}
        busy={busy}
        now={now}
        onPerform={onPerform}
      />
      <Tokens foreign={foreign} data={data} now={now} />
      <FrontEnds host={host} now={now} />
      <Access host={host} now={now} />
    </div>
  );
}
