import type { KeySighting } from '../../lib/log/key-sightings.ts';
import type { Lane } from '../../lib/log/lane.ts';
import { untilText } from '../../lib/time-text.ts';
import { causeText } from '../session/call-words.ts';
import { expirySource } from '../session/ExpiryText.tsx';
import { KeyPill } from '../session/KeyPill.tsx';
import { Moment } from '../session/Moment.tsx';
import { AsOf } from './AsOf.tsx';
import { Part } from './Part.tsx';

interface SessionCardProps {
  readonly lane: Lane;
  readonly sightings: readonly KeySighting[];
  readonly now: number;
}

/** The session of the cart on the screen: whose, since when, until when, and how each is known. */
export function SessionCard({ lane, sightings, now }: SessionCardProps) {
  const { whose, cart, expiries } = lane;
  const own = sightings.filter(({ key }) => key === whose?.key);
  const first = own.reduce<KeySighting | null>(
    (oldest, next) => (!oldest || next.first.at < oldest.first.at ? next : oldest),
    null,
  );
  const renewal = expiries.find(({ renewsAt }) => renewsAt !== null);
  return (
    <Part title="This session">
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
        {first && (
          <div>
            <dt>Created</dt>
            <dd>
              not told by CoCart
              <span class="why">
                first seen in <bdi class="mono">{first.first.where}</bdi> ·{' '}
                <AsOf at={first.first.at} now={now} />
              </span>
            </dd>
          </div>
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
    </Part>
  );
}
