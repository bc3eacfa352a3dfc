import type { Lane } from '../../lib/log/lane.ts';
import { untilText } from '../../lib/time-text.ts';
import { expirySource } from '../session/ExpiryText.tsx';
import { lanePlace } from '../session/lane-place.ts';
import { Moment } from '../session/Moment.tsx';
import { OtherKeys } from '../session/OtherKeys.tsx';
import { otherKeysText } from '../session/other-keys-text.ts';
import { PlacesTable } from '../session/PlacesTable.tsx';

interface SessionDetailsProps {
  readonly id: string;
  readonly lane: Lane;
  readonly now: number;
}

/** It scrolls where the panel is narrow, and holds nothing that the keyboard could go to. */
const SCROLLS = { tabIndex: 0 };

/** Under the header: every place the key was seen in, every expiry known, and the other keys. */
export function SessionDetails({ id, lane, now }: SessionDetailsProps) {
  const { whose, expiries, otherKeys, address, store } = lane;
  return (
    <section class="session" id={id} {...SCROLLS} aria-label="Session">
      <section>
        <h2>Store</h2>
        <p>
          {store?.title && (
            <>
              <bdi>{store.title}</bdi> ·{' '}
            </>
          )}
          <bdi class="mono">
            {lanePlace(lane)}
            {address.namespace !== '' && `/${lane.api}`}
          </bdi>
        </p>
        {address.namespace === '' && (
          <p class="muted">
            A cart by its shape, passed on at this address. The store behind it was not heard, so it
            cannot be asked for its cart.
          </p>
        )}
      </section>
      {whose?.seen && (
        <section>
          <h2>This key was seen in</h2>
          <PlacesTable caption="Where this key was seen" seen={whose.seen} now={now} />
          {!whose.named && (
            <p class="muted">
              It was only sent. No answer named it, so the store may have used another.
            </p>
          )}
        </section>
      )}
      {expiries.length > 0 && (
        <section>
          <h2>Expiry</h2>
          <ul>
            {expiries.map((expiry) => (
              <li key={expiry.source}>
                {new Date(expiry.at).toLocaleString()}
                {' ('}
                <Moment
                  at={expiry.at}
                  now={now}
                  relative={untilText(expiry.at, now)}
                  show="either"
                />
                {'), '}
                <span class="muted">{expirySource(expiry)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {otherKeys.length > 0 && (
        <section>
          <h2>{otherKeysText(otherKeys.length)} seen here</h2>
          <OtherKeys keys={otherKeys} now={now} />
        </section>
      )}
    </section>
  );
}
