import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { SeenPage } from '../../lib/capture.ts';
import { hostOf } from '../../lib/http/host-of.ts';
import { priceOfRefresh, whyNoRefresh } from '../../lib/log/ask-refresh.ts';
import { isFromBefore } from '../../lib/log/call.ts';
import type { Lane } from '../../lib/log/lane.ts';
import type { SessionPart, Sign } from '../../lib/session/signs.ts';
import { ageText } from '../../lib/time-text.ts';
import { causeText } from '../session/cause-text.ts';
import { ExpiryText } from '../session/ExpiryText.tsx';
import { KeyPill } from '../session/KeyPill.tsx';
import { lanesToOffer } from '../session/lanes-to-offer.ts';
import { Moment } from '../session/Moment.tsx';
import { otherKeysText } from '../session/other-keys-text.ts';
import { placeWord } from '../session/place-words.ts';
import { ThroughNote } from '../session/ThroughNote.tsx';
import { Pill } from '../ui/Pill.tsx';
import { laterPart, useLoaded } from '../ui/use-loaded.ts';
import { HintButton } from './HintButton.tsx';

const laterSwitch = laterPart(() => import('../session/LaneSwitch.tsx'));
/** Opened by a press, and loaded with the first. */
const laterDetails = laterPart(() => import('./SessionDetails.tsx'));

interface PanelHeaderProps {
  readonly lanes: readonly Lane[];
  readonly lane: Lane | null;
  readonly page: SeenPage | null;
  readonly now: number;
  readonly paused: boolean;
  readonly waiting: number;
  readonly busy: boolean;
  readonly canRefresh: boolean;
  /** What is wrong with whose cart it is, the first thing to look at; null for nothing. */
  readonly sign: Sign | null;
  readonly canLoad: boolean;
  readonly onChoose: (laneId: string) => void;
  readonly onRefresh: () => void;
  readonly onLoad: () => void;
  readonly onPause: () => void;
  readonly onClear: () => void;
  readonly onSettings: () => void;
  readonly onHelp: () => void;
  readonly onSign: (part: SessionPart) => void;
  /** Whether the store is locked, where that is a question. */
  readonly children?: ComponentChildren;
}

/** Always there: which store, whose cart, until when, how fresh, and what can be done. */
export function PanelHeader(props: PanelHeaderProps) {
  const { lanes, lane, page, now, paused, waiting, busy, canRefresh } = props;
  const [open, setOpen] = useState(false);
  const details = useLoaded(open ? laterDetails : null);
  const detailsId = useId();
  const lines = lane?.cart?.cart.lines;
  return (
    <header class="head">
      <div class="head-row">
        <div class="head-what">
          {lane ? (
            <Store lanes={lanes} lane={lane} now={now} onChoose={props.onChoose} />
          ) : (
            <h1>CoCart</h1>
          )}
          {lane && <Whose lane={lane} now={now} />}
          {props.children}
          <SignButton sign={props.sign} onSign={props.onSign} />
          {lane && (lane.whose || lane.otherKeys.length > 0) && (
            <button
              type="button"
              class="button head-more"
              aria-expanded={open}
              aria-controls={open && details ? detailsId : undefined}
              onClick={() => setOpen(!open)}
            >
              <span>{seenText(lane)}</span>
              <span aria-hidden="true">{open ? '▴' : '▾'}</span>
            </button>
          )}
        </div>
        <div class="head-now">
          <LiveState lane={lane} page={page} paused={paused} waiting={waiting} />
          {lane?.cart && (
            <span class="head-fresh muted">
              <Moment
                at={lane.cart.cause.answeredAt}
                now={now}
                relative={ageText(lane.cart.cause.answeredAt, now)}
                show="both"
              />
              , after <bdi>{causeText(lane.cart.cause)}</bdi>
              {lane.cart.cause.fromCache && ' (from the browser’s cache)'}
            </span>
          )}
          <span class="head-actions">
            {lane && (lane.cart || canRefresh) && (
              <HintButton
                label={busy ? 'Busy…' : 'Refresh'}
                hint={whyNoRefresh(lane) ?? priceOfRefresh(lane)}
                shortcut="r"
                disabled={busy || !canRefresh}
                onPress={props.onRefresh}
              />
            )}
            {props.canLoad && (
              <HintButton
                label="Load in browser…"
                short="Load…"
                hint="Makes a cart the one of this browser at the store. Shown and checked first; nothing is sent before."
                shortcut="l"
                onPress={props.onLoad}
              />
            )}
            <HintButton
              label={paused ? 'Resume' : 'Pause'}
              hint={
                paused
                  ? 'Shows what came in since the pause.'
                  : 'Holds this picture. Calls are still heard and counted.'
              }
              shortcut="p"
              onPress={props.onPause}
            />
            {lane?.cart && (
              <HintButton
                label="Clear cart…"
                short="Clear…"
                hint={clearHint(canRefresh, lines?.length === 0)}
                risky
                disabled={busy || !canRefresh || lines?.length === 0}
                onPress={props.onClear}
              />
            )}
            <button
              type="button"
              class="button"
              aria-label="Settings"
              title="What is asked before a write"
              onClick={props.onSettings}
            >
              ⚙
            </button>
            <button
              type="button"
              class="button"
              aria-label="Keyboard shortcuts"
              aria-keyshortcuts="?"
              title="Keyboard shortcuts (?)"
              onClick={props.onHelp}
            >
              ?
            </button>
          </span>
        </div>
      </div>
      {open && lane && details && <details.SessionDetails id={detailsId} lane={lane} now={now} />}
    </header>
  );
}

function clearHint(canWrite: boolean, isEmpty: boolean): string {
  if (!canWrite)
    return 'This cart cannot be changed: its key, or the store’s own address, was not heard.';
  return isEmpty
    ? 'The cart has no lines.'
    : 'Shows what is sent and what gets lost. Nothing is sent before you say so there.';
}

interface StoreProps {
  readonly lanes: readonly Lane[];
  readonly lane: Lane;
  readonly now: number;
  readonly onChoose: (laneId: string) => void;
}

function Store({ lanes, lane, now, onChoose }: StoreProps) {
  const offered = lanesToOffer(lanes, lane);
  const several = offered.length > 1;
  const choice = useLoaded(several ? laterSwitch : null);
  const { version, api, address, store, through } = lane;
  return (
    <>
      <h1
        title={store?.title ?? address.restRoot}
        class={choice && several ? 'visually-hidden' : ''}
      >
        <bdi>{hostOf(address.origin)}</bdi>
      </h1>
      {choice && several && <choice.LaneSwitch lanes={offered} shown={lane} onChoose={onChoose} />}
      {through && <ThroughNote through={through} now={now} />}
      <Pill title={address.restRoot}>
        {version ? `CoCart ${version}` : 'CoCart, version not told'} · {api}
      </Pill>
    </>
  );
}

function Whose({ lane, now }: { readonly lane: Lane; readonly now: number }) {
  const { whose, cart, expiries } = lane;
  return (
    <>
      {whose && <KeyPill key={whose.key} cartKey={whose.key} named={whose.named} />}
      {cart && !whose && <Pill tone="warn">Key not told</Pill>}
      {expiries.map((expiry) => (
        <ExpiryText
          key={expiry.source}
          expiry={expiry}
          now={now}
          oneOfSeveral={expiries.length > 1}
        />
      ))}
      {whose && expiries.length === 0 && (
        <Pill title="No answer or cookie said when.">expiry unknown</Pill>
      )}
    </>
  );
}

interface SignButtonProps {
  readonly sign: Sign | null;
  readonly onSign: (part: SessionPart) => void;
}

/** Said to screen readers when it comes, for nobody has asked for it. */
function SignButton({ sign, onSign }: SignButtonProps) {
  return (
    <span role="status">
      {sign && (
        <button
          type="button"
          class="button sign"
          title={sign.text}
          onClick={() => onSign(sign.part)}
        >
          <span aria-hidden="true">⚠</span> {sign.title}
        </button>
      )}
    </span>
  );
}

/** `query, reply header · 2 other keys`; long lists are cut, the details have all. */
function seenText({ whose, otherKeys }: Lane): string {
  const words = [...new Set(whose?.seen?.places.map(placeWord))];
  const cut =
    words.length > 3
      ? `${words.slice(0, 2).join(', ')} and ${words.length - 2} more`
      : words.join(', ');
  const others = otherKeys.length > 0 ? otherKeysText(otherKeys.length) : '';
  return [words.length > 0 ? `from ${cut}` : '', others].filter(Boolean).join(' · ');
}

interface LiveStateProps {
  readonly lane: Lane | null;
  readonly page: SeenPage | null;
  readonly paused: boolean;
  readonly waiting: number;
}

function LiveState({ lane, page, paused, waiting }: LiveStateProps) {
  if (paused) {
    const calls = `${waiting} call${waiting === 1 ? '' : 's'} waiting`;
    return <Pill tone="warn">{waiting > 0 ? `❚❚ paused · ${calls}` : '❚❚ paused'}</Pill>;
  }
  if (lane?.cart && isFromBefore(lane.cart.cause, page)) return <Pill>○ from before</Pill>;
  return (
    <Pill tone="good" title="Listening to the page’s own calls. Nothing is sent.">
      ● live
    </Pill>
  );
}
