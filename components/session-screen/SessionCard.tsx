import { priceOfRefresh, whyNoRefresh } from '../../lib/log/ask-refresh.ts';
import type { Ask } from '../../lib/log/ask-store.ts';
import type { KeySighting } from '../../lib/log/key-sightings.ts';
import type { Lane } from '../../lib/log/lane.ts';
import type { SessionState } from '../../lib/session/session-finding.ts';
import type { SessionVerdict } from '../../lib/session/session-verdict.ts';
import { untilText } from '../../lib/time-text.ts';
import { causeText } from '../session/cause-text.ts';
import { expirySource } from '../session/ExpiryText.tsx';
import { KeyPill } from '../session/KeyPill.tsx';
import { Moment } from '../session/Moment.tsx';
import { Pill, type Tone } from '../ui/Pill.tsx';
import { AsOf } from './AsOf.tsx';
import { Part } from './Part.tsx';
import { Presses } from './Presses.tsx';

interface SessionCardProps {
  readonly lane: Lane;
  /** Null where the cart's key is not known. */
  readonly verdict: SessionVerdict | null;
  readonly sightings: readonly KeySighting[];
  /** The press that reads this cart again; null where it cannot be asked for. */
  readonly ask: Ask | null;
  readonly busy: boolean;
  readonly now: number;
  readonly onPerform: (ask: Ask) => void;
}

const WORDS: Readonly<Record<SessionState, string>> = {
  alive: 'alive',
  expiring: 'about to be renewed',
  expired: 'expired',
  replaced: 'replaced by another',
  'never-existed': 'never existed',
  'wrong-key': 'wrong key',
  'other-site': 'of another site',
  'cannot-be-told': 'cannot be told',
};

const TONES: Readonly<Record<SessionState, Tone>> = {
  alive: 'good',
  expiring: 'good',
  expired: 'bad',
  replaced: 'warn',
  'never-existed': 'bad',
  'wrong-key': 'bad',
  'other-site': 'bad',
  'cannot-be-told': 'plain',
};

/** The session of the cart on the screen: whose, since when, until when, and how each is known. */
export function SessionCard(props: SessionCardProps) {
  const { lane, verdict, sightings, ask, busy, now, onPerform } = props;
  const { whose, cart, expiries } = lane;
  const own = sightings.filter(({ key }) => key === whose?.key);
  const first = own.reduce<KeySighting | null>(
    (oldest, next) => (!oldest || next.first.at < oldest.first.at ? next : oldest),
    null,
  );
  const renewal = expiries.find(({ renewsAt }) => renewsAt !== null);
  return (
    <Part id="this-session" title="This session">
      <dl class="facts">
        <div>
          <dt>Whose</dt>
          <dd>
            {whose ? (
              <KeyPill key={whose.key} cartKey={whose.key} named={whose.named} />
            ) : (
              'not told'
            )}
          </dd>
        </div>
        {whose && cart && (
          <div>
            <dt>The server thinks</dt>
            <dd>
              {whose.owner === 'customer' ? `you are customer ${whose.key}` : 'you are a guest'}
              <span class="why">
                by <bdi class="mono">{causeText(cart.cause)}</bdi>
                {whose.named ? ', whose answer named it' : ', as it was sent'} ·{' '}
                <AsOf at={cart.cause.answeredAt} now={now} />
              </span>
            </dd>
          </div>
        )}
        {verdict && (
          <div>
            <dt>State</dt>
            <dd>
              <Pill tone={TONES[verdict.state]}>{WORDS[verdict.state]}</Pill>
              <span class="why">
                {verdict.evidence}
                {verdict.asOf !== null && (
                  <>
                    {' '}
                    <AsOf at={verdict.asOf} now={now} />
                  </>
                )}
              </span>
            </dd>
          </div>
        )}
        {verdict?.created ? (
          <div>
            <dt>Created</dt>
            <dd>
              <AsOf at={verdict.created.at} now={now} />
              <span class="why">
                by <bdi class="mono">{verdict.created.label}</bdi>, which sent no key that the store
                reads and got this one
              </span>
            </dd>
          </div>
        ) : (
          first && (
            <div>
              <dt>Created</dt>
              <dd>
                not told: before what was heard
                <span class="why">
                  first seen in <bdi class="mono">{first.first.where}</bdi> ·{' '}
                  <AsOf at={first.first.at} now={now} />
                </span>
              </dd>
            </div>
          )
        )}
        {renewal?.renewsAt && (
          <div>
            <dt>Expiring</dt>
            <dd>
              <Moment
                at={renewal.renewsAt}
                now={now}
                relative={untilText(renewal.renewsAt, now)}
                show="either"
              />
              <span class="why">the store then renews it · {expirySource(renewal)}</span>
            </dd>
          </div>
        )}
        {expiries.map((expiry) => (
          <div key={expiry.source}>
            <dt>{expiry.at <= now ? 'Expired' : 'Expires'}</dt>
            <dd>
              {expiry.source === 'estimate' && 'about '}
              <Moment at={expiry.at} now={now} relative={untilText(expiry.at, now)} show="either" />
              <span class="why">
                {expirySource(expiry)} · <AsOf at={expiry.asOf} now={now} />
              </span>
            </dd>
          </div>
        ))}
        {whose && expiries.length === 0 && (
          <div>
            <dt>Expires</dt>
            <dd>
              not known
              <span class="why">no answer and no cookie that could be read said when</span>
            </dd>
          </div>
        )}
      </dl>
      {verdict && (
        <Presses
          presses={verdict.presses}
          note={whyNoRefresh(lane) ?? priceOfRefresh(lane)}
          ask={ask}
          busy={busy}
          onPerform={onPerform}
        />
      )}
    </Part>
  );
}
