import type { PlanUndo } from '../../lib/act-desk.ts';
import { undoTitle } from '../../lib/action/undo-record.ts';
import type { SeenPage } from '../../lib/capture.ts';
import type { GlanceLane, GlanceSign } from '../../lib/glance.ts';
import type { PopupHost } from '../../lib/host.ts';
import { hostOf } from '../../lib/http/host-of.ts';
import { askRefresh, askUnread, priceOfRefresh, whyNoRefresh } from '../../lib/log/ask-refresh.ts';
import { isFromBefore } from '../../lib/log/call.ts';
import { ageText } from '../../lib/time-text.ts';
import { ActLayer } from '../action/ActLayer.tsx';
import { ActStage } from '../action/ActStage.tsx';
import { LockPill } from '../action/LockPill.tsx';
import { planLaneClear, undoFor } from '../action/lane-acts.ts';
import { useActs } from '../action/use-acts.ts';
import { CartGlance } from '../cart/CartGlance.tsx';
import { Banner } from '../session/Banner.tsx';
import { outdatedWords, partsText, troubleWords, unreadWords } from '../session/call-words.ts';
import { causeText } from '../session/cause-text.ts';
import { ExpiryText } from '../session/ExpiryText.tsx';
import { KeyPill } from '../session/KeyPill.tsx';
import { LaneSwitch } from '../session/LaneSwitch.tsx';
import { lanesToOffer } from '../session/lanes-to-offer.ts';
import { Moment } from '../session/Moment.tsx';
import { OtherKeys } from '../session/OtherKeys.tsx';
import { otherKeysText } from '../session/other-keys-text.ts';
import { placeWord } from '../session/place-words.ts';
import { ThroughNote } from '../session/ThroughNote.tsx';
import type { Wishes } from '../session/use-wishes.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Pill } from '../ui/Pill.tsx';
import { StoreText } from '../ui/StoreText.tsx';

interface PopupCartProps {
  readonly lane: GlanceLane;
  readonly lanes: readonly GlanceLane[];
  /** What is wrong with whose cart it is; null for nothing. */
  readonly sign: GlanceSign | null;
  readonly page: SeenPage | null;
  readonly now: number;
  readonly host: PopupHost;
  readonly wishes: Wishes;
  /** Left out where nothing plans the way back. */
  readonly planUndo: PlanUndo | undefined;
  readonly onChoose: (laneId: string) => void;
}

/** One lane at a glance: store, key, cart as far as it was told, and how old all that is. */
export function PopupCart(props: PopupCartProps) {
  const { lane, lanes, sign, page, now, host, wishes, planUndo, onChoose } = props;
  const { stage, perform, dismiss } = wishes;
  const acts = useActs(host, wishes, lane.address.origin);
  const { tabId } = host;
  const ask = tabId === null ? null : askRefresh(lane, tabId);
  const { guard, desk, busy } = acts;
  const { cart, unread, trouble } = lane;
  const cause = (cart ? cart.cause : unread?.call) ?? null;
  if (!cause) return null;
  const offered = lanesToOffer(lanes, lane);
  const told = cart && partsText(cart.parts, cause, now);
  const other = cart && tabId !== null ? askUnread(lane, tabId) : null;
  // Of the cart that is shown alone: another one is planned where it is seen.
  const record = undoFor(lane, acts.undos);
  const undo =
    record && planUndo
      ? async () => {
          const whole = await host.readCart(lane.id);
          if (whole) acts.plan(await planUndo(record, whole));
        }
      : null;
  const isActs = stage.is === 'acted' && stage.report.undoId === record?.id;
  const clear = () => {
    const planned = planLaneClear(lane);
    if (planned) acts.plan(planned);
  };
  return (
    <>
      <ActStage
        stage={stage}
        acts={acts}
        onUndo={undo && isActs ? () => void undo() : null}
        onDismiss={dismiss}
      />
      <header class="popup-head">
        <h1>
          <bdi>{hostOf(lane.address.origin)}</bdi>
        </h1>
        {offered.length > 1 && <LaneSwitch lanes={offered} shown={lane} onChoose={onChoose} />}
        <p class="muted">
          {lane.version ? `CoCart ${lane.version}` : 'CoCart, version not told'} · {lane.api}{' '}
          {guard && (
            <LockPill lock={guard.lock} now={now} onLock={() => void desk?.lock(guard.origin)} />
          )}
        </p>
        {lane.through && (
          <p>
            <ThroughNote through={lane.through} now={now} />
          </p>
        )}
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
      {trouble && <Banner tone="bad" {...troubleWords(trouble, cart !== null, now)} />}
      {cart?.outdated && <Banner tone="warn" {...outdatedWords(cart.outdated, now)} />}
      {told && <Banner tone="plain" title="Put together." text={told} />}
      {unread && (
        <Banner tone="warn" {...unreadWords(unread, cart !== null, now)}>
          {other && (
            <button type="button" class="button" disabled={busy} onClick={() => perform(other)}>
              Read that cart
            </button>
          )}
        </Banner>
      )}
      {sign && <PopupSign sign={sign} />}
      <PopupKey lane={lane} now={now} />
      {cart && <CartGlance cart={cart.cart} />}
      {lane.otherKeys.length > 0 && (
        <div class="popup-part">
          <Disclosure summary={otherKeysText(lane.otherKeys.length)}>
            <OtherKeys keys={lane.otherKeys} now={now} />
          </Disclosure>
        </div>
      )}
      {!ask && <p class="popup-part muted">{whyNoRefresh(lane)}</p>}
      {ask && (
        <div class="popup-part popup-actions">
          <button
            type="button"
            class={cart ? 'button' : 'button button-primary'}
            disabled={busy}
            aria-describedby="popup-price"
            onClick={() => perform(ask)}
          >
            {busy ? 'Busy…' : cart ? 'Refresh' : 'Read this cart'}
          </button>
          {cart && (
            <button
              type="button"
              class="button button-risky"
              disabled={busy || cart.cart.lines?.length === 0}
              onClick={clear}
            >
              Clear cart…
            </button>
          )}
          {undo && record && !isActs && (
            <button type="button" class="button" disabled={busy} onClick={() => void undo()}>
              <StoreText text={`${undoTitle(record)}…`} most={60} />
            </button>
          )}
          <p id="popup-price" class="muted">
            {priceOfRefresh(lane)}
          </p>
        </div>
      )}
      {acts.planned && <ActLayer acts={acts} />}
    </>
  );
}

function PopupSign({ sign }: { readonly sign: GlanceSign }) {
  return (
    <section class="popup-part popup-sign" aria-label="Whose cart is this?">
      <p>
        <Pill tone="bad">⚠ {sign.title}</Pill> <bdi>{sign.text}</bdi>
      </p>
      <p class="muted">More in DevTools › CoCart › Session</p>
    </section>
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
