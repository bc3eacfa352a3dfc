import type { PlanUndo } from '../../lib/act-desk.ts';
import type { SeenPage } from '../../lib/capture.ts';
import type { GlanceLane } from '../../lib/glance.ts';
import type { PopupHost } from '../../lib/host.ts';
import { askRefresh, priceOfRefresh } from '../../lib/log/ask-store.ts';
import { isFromBefore } from '../../lib/log/call.ts';
import { ageText } from '../../lib/time-text.ts';
import { ActLayer } from '../action/ActLayer.tsx';
import { ActStage } from '../action/ActStage.tsx';
import { LockPill } from '../action/LockPill.tsx';
import { planLaneClear } from '../action/lane-acts.ts';
import { useActs } from '../action/use-acts.ts';
import { CartGlance } from '../cart/CartGlance.tsx';
import { Banner } from '../session/Banner.tsx';
import { causeText, outdatedWords, partsText, troubleWords } from '../session/call-words.ts';
import { ExpiryText } from '../session/ExpiryText.tsx';
import { hostOf } from '../session/host-of.ts';
import { KeyPill } from '../session/KeyPill.tsx';
import { LaneSwitch } from '../session/LaneSwitch.tsx';
import { lanesToOffer } from '../session/lanes-to-offer.ts';
import { Moment } from '../session/Moment.tsx';
import { OtherKeys } from '../session/OtherKeys.tsx';
import { otherKeysText, placeWord } from '../session/place-words.ts';
import type { Wishes } from '../session/use-wishes.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Pill } from '../ui/Pill.tsx';

interface PopupCartProps {
  readonly lane: GlanceLane;
  readonly lanes: readonly GlanceLane[];
  readonly page: SeenPage | null;
  readonly now: number;
  readonly host: PopupHost;
  readonly wishes: Wishes;
  /** Left out where nothing plans the way back. */
  readonly planUndo: PlanUndo | undefined;
  readonly onChoose: (laneId: string) => void;
}

/** One lane at a glance: store, key, cart, and how old all that is. */
export function PopupCart(props: PopupCartProps) {
  const { lane, lanes, page, now, host, wishes, planUndo, onChoose } = props;
  const { stage, perform, dismiss } = wishes;
  const acts = useActs(host, wishes, lane.address.origin);
  const ask = host.tabId === null ? null : askRefresh(lane, host.tabId);
  const { guard, desk, busy } = acts;
  if (!lane.cart) return null;
  const { cart, cause, outdated, parts } = lane.cart;
  const offered = lanesToOffer(lanes, lane);
  const told = partsText(parts, cause, now);
  const undo = async (undoId: string, plan: PlanUndo) => {
    const record = acts.undos.find(({ id }) => id === undoId);
    const whole = await host.readCart(lane.id);
    if (record && whole) acts.plan(await plan(record, whole));
  };
  const clear = () => {
    const planned = planLaneClear(lane);
    if (planned) acts.plan(planned);
  };
  return (
    <>
      <ActStage
        stage={stage}
        acts={acts}
        onUndo={planUndo ? (id) => void undo(id, planUndo) : null}
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
            onClick={() => perform(ask)}
          >
            {busy ? 'Busy…' : 'Refresh'}
          </button>
          <button
            type="button"
            class="button button-risky"
            disabled={busy || cart.lines?.length === 0}
            onClick={clear}
          >
            Clear cart…
          </button>
          <p id="popup-price" class="muted">
            {priceOfRefresh(lane)}
          </p>
        </div>
      )}
      {acts.planned && <ActLayer acts={acts} />}
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
