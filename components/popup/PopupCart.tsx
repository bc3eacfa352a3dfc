import type { SeenPage } from '../../lib/capture.ts';
import type { GlanceLane } from '../../lib/glance.ts';
import { type Ask, askRefresh, priceOfRefresh } from '../../lib/log/ask-store.ts';
import { isFromBefore } from '../../lib/log/call.ts';
import { ageText } from '../../lib/time-text.ts';
import { CartGlance } from '../cart/CartGlance.tsx';
import { Banner } from '../session/Banner.tsx';
import { causeText, outdatedWords, partsText, troubleWords } from '../session/call-words.ts';
import { ExpiryText } from '../session/ExpiryText.tsx';
import { hostOf } from '../session/host-of.ts';
import { KeyPill } from '../session/KeyPill.tsx';
import { LaneSwitch, lanesToOffer } from '../session/LaneSwitch.tsx';
import { Moment } from '../session/Moment.tsx';
import { OtherKeys } from '../session/OtherKeys.tsx';
import { otherKeysText } from '../session/other-keys-text.ts';
import { placeWord } from '../session/place-words.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Pill } from '../ui/Pill.tsx';

interface PopupCartProps {
  readonly lane: GlanceLane;
  readonly lanes: readonly GlanceLane[];
  readonly page: SeenPage | null;
  readonly now: number;
  readonly busy: boolean;
  readonly tabId: number | null;
  readonly onChoose: (laneId: string) => void;
  readonly onPerform: (ask: Ask) => void;
}

/** One lane at a glance: store, key, cart, and how old all that is. */
export function PopupCart(props: PopupCartProps) {
  const { lane, lanes, page, now, busy, tabId, onChoose, onPerform } = props;
  const ask = tabId === null ? null : askRefresh(lane, tabId);
  if (!lane.cart) return null;
  const { cart, cause, outdated, parts } = lane.cart;
  const offered = lanesToOffer(lanes, lane);
  const told = partsText(parts, cause, now);
  return (
    <>
      <header class="popup-head">
        <h1>
          <bdi>{hostOf(lane.address.origin)}</bdi>
        </h1>
        {offered.length > 1 && <LaneSwitch lanes={offered} shown={lane} onChoose={onChoose} />}
        <p class="muted">
          {lane.version ? `CoCart ${lane.version}` : 'CoCart, version not told'} · {lane.api}
        </p>
        <p class="muted">
          As of{' '}
          <Moment
            at={cause.answeredAt}
            now={now}
            relative={ageText(cause.answeredAt, now)}
            show="both"
          />
          , after <bdi>{causeText(cause)}</bdi>
        </p>
      </header>
      {isFromBefore(cause, page) && (
        <Banner
          tone="plain"
          title="From before."
          text="The page was loaded, or DevTools opened, anew since."
        />
      )}
      {lane.trouble && <Banner tone="bad" {...troubleWords(lane.trouble, true, now)} />}
      {outdated && <Banner tone="warn" {...outdatedWords(outdated, now)} />}
      {told && <Banner tone="plain" title="Put together." text={told} />}
      <PopupKey lane={lane} now={now} />
      <CartGlance cart={cart} />
      {lane.otherKeys.length > 0 && (
        <div class="popup-part">
          <Disclosure summary={otherKeysText(lane.otherKeys.length)}>
            <OtherKeys keys={lane.otherKeys} now={now} />
          </Disclosure>
        </div>
      )}
      {ask && (
        <div class="popup-part popup-actions">
          <button
            type="button"
            class="button"
            disabled={busy}
            aria-describedby="popup-price"
            onClick={() => onPerform(ask)}
          >
            {busy ? 'Reading…' : 'Refresh'}
          </button>
          <p id="popup-price" class="muted">
            {priceOfRefresh(lane)}
          </p>
        </div>
      )}
    </>
  );
}

function PopupKey({ lane, now }: { readonly lane: GlanceLane; readonly now: number }) {
  const { whose, expiries } = lane;
  const places = [...new Set(whose?.seen?.places.map(placeWord))];
  return (
    <section class="popup-part" aria-labelledby="popup-key">
      <h2 id="popup-key" class="muted">
        Cart key
      </h2>
      {whose ? (
        <KeyPill key={whose.key} cartKey={whose.key} named={whose.named} wordy />
      ) : (
        <Pill tone="warn">Key not told</Pill>
      )}
      {places.length > 0 && <p class="muted">from {places.join(', ')}</p>}
      {expiries.map((expiry) => (
        <p key={expiry.source}>
          <ExpiryText expiry={expiry} now={now} oneOfSeveral={expiries.length > 1} />
        </p>
      ))}
    </section>
  );
}
