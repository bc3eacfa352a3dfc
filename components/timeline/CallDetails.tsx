import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { PlannedAct } from '../../lib/action/act.ts';
import type { Cart } from '../../lib/cart/cart.ts';
import type { MoneyMode } from '../../lib/cart/money.ts';
import type { Host } from '../../lib/host.ts';
import { laneIdOf } from '../../lib/log/call.ts';
import type { CartLog } from '../../lib/log/cart-log.ts';
import { readOtherNames } from '../../lib/timeline/read-other-names.ts';
import { shownExchange } from '../../lib/timeline/shown-exchange.ts';
import type { Timeline } from '../../lib/timeline/timeline.ts';
import { rowLabel, type TimelineRow } from '../../lib/timeline/timeline-row.ts';
import { callerWords } from '../session-screen/caller-words.ts';
import { Note } from '../ui/Note.tsx';
import { Pill } from '../ui/Pill.tsx';
import { type Tab, TabPanel, Tabs } from '../ui/Tabs.tsx';
import { CallActions } from './CallActions.tsx';
import { CartAfterPart } from './CartAfterPart.tsx';
import { ChangePart } from './ChangePart.tsx';
import { ComparePart } from './ComparePart.tsx';
import { OtherNames } from './OtherNames.tsx';
import { RequestPart } from './RequestPart.tsx';
import { ResponsePart } from './ResponsePart.tsx';
import { durationText, statusText, statusTone, timeText } from './row-words.ts';
import type { TimelineKeep } from './use-timeline-keep.ts';

type Part = 'change' | 'cart' | 'compare' | 'request' | 'response';

const PARTS: readonly Tab<Part>[] = [
  { id: 'change', label: 'Change' },
  { id: 'cart', label: 'Cart after' },
  { id: 'compare', label: 'Compare' },
  { id: 'request', label: 'Request' },
  { id: 'response', label: 'Response' },
];

interface CallDetailsProps {
  readonly row: TimelineRow;
  readonly timeline: Timeline;
  readonly log: CartLog;
  readonly host: Host;
  readonly keep: Pick<TimelineKeep, 'marks' | 'mark'>;
  readonly money: MoneyMode;
  readonly onMoneyChange: (mode: MoneyMode) => void;
  readonly onPlan: ((planned: PlannedAct) => void) | null;
  readonly onClose: () => void;
  /** What else can be done with the call. */
  readonly children?: ComponentChildren;
}

/** Everything of one call: what it changed, the cart after it, what was sent and what came back. */
export function CallDetails(props: CallDetailsProps) {
  const { row, timeline, log, host, keep, money, onMoneyChange, onPlan, onClose } = props;
  const { call } = row;
  const [part, setPart] = useState<Part>('change');
  const [showKeys, setShowKeys] = useState(false);
  const shown = log.lanes.value;
  const story = useMemo(() => timeline.storyOf(call), [timeline, call, shown]);
  const cart = useMemo(() => withCurrency(story.after, log, laneIdOf(call)), [story, log, call]);
  const exchange = useMemo(() => {
    const capture = log.captureOf(call.id);
    const keys = call.sightings.map(({ key }) => key);
    return capture && shownExchange(capture.exchange, keys, showKeys);
  }, [log, call, shown, showKeys]);
  const names = useMemo(
    () => exchange && readOtherNames(exchange, story.reading),
    [exchange, story],
  );
  const tone = statusTone(call);
  return (
    <section class="call-details" aria-label={`Details of ${rowLabel(row)}`}>
      <header class="call-head">
        <h2>
          <bdi class="mono">{rowLabel(row)}</bdi>
        </h2>
        <Pill tone={tone ?? 'plain'}>{statusText(call)}</Pill>
        <span class="muted call-meta">
          {timeText(call.startedAt)} · {durationText(call)} ms · {callerWords(call.caller)}
        </span>
        <button
          type="button"
          class="button button-bare"
          aria-label="Close the details"
          title="Close (Esc)"
          onClick={onClose}
        >
          ✕
        </button>
      </header>
      <CallActions
        key={call.id}
        story={story}
        cart={cart}
        log={log}
        host={host}
        mark={keep.marks[call.id] ?? null}
        onMark={(mark) => keep.mark(call.id, mark)}
        onPlan={onPlan}
      >
        {props.children}
      </CallActions>
      <div class="call-tabs">
        <Tabs
          label="Parts of the call"
          name="call"
          tabs={PARTS}
          selected={part}
          onSelect={setPart}
        />
        {(part === 'request' || part === 'response') && (
          <label class="call-keys">
            <input
              type="checkbox"
              checked={showKeys}
              onChange={(event) => setShowKeys(event.currentTarget.checked)}
            />{' '}
            whole cart keys
          </label>
        )}
      </div>
      <TabPanel name="call" id={part} class={part === 'cart' ? 'call-cart' : 'call-part'}>
        {part === 'change' && (
          <ChangePart story={story} effect={timeline.effectOf(row)} money={money} />
        )}
        {part === 'cart' && (
          <CartAfterPart story={story} cart={cart} money={money} onMoneyChange={onMoneyChange} />
        )}
        {part === 'compare' && (
          <ComparePart
            story={story}
            cart={cart}
            timeline={timeline}
            log={log}
            host={host}
            marks={keep.marks}
          />
        )}
        {part === 'request' && exchange && (
          <RequestPart exchange={exchange} preflight={story.preflight} showKeys={showKeys}>
            <OtherNames names={names?.sent ?? []} />
          </RequestPart>
        )}
        {part === 'response' && exchange && (
          <ResponsePart exchange={exchange} reading={story.reading} showKeys={showKeys}>
            <OtherNames names={names?.answered ?? []} />
          </ResponsePart>
        )}
        {(part === 'request' || part === 'response') && !exchange && (
          <Note title="The call gave way to newer ones" />
        )}
      </TabPanel>
    </section>
  );
}

/** v1 names no currency: the one that the store named elsewhere writes its amounts, where it fits. */
function withCurrency(cart: Cart | null, log: CartLog, laneId: string): Cart | null {
  const currency = log.lanes.value.find(({ id }) => id === laneId)?.currency;
  if (!cart || cart.currency || currency?.minorUnit !== cart.minorUnit) return cart;
  return { ...cart, currency };
}
