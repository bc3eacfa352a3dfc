import { batch, computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Capture, Page, SeenPage } from '../capture.ts';
import type { Reading } from '../cocart/reading.ts';
import { readRestAddress } from '../cocart/store-address.ts';
import type { FoundKey } from '../found-key.ts';
import type { FrontEnd } from '../front-end.ts';
import { originOf } from '../http/origin-of.ts';
import { isPreflight } from '../http/preflight.ts';
import { type Redirect, readRedirect } from '../http/redirect.ts';
import type { Call } from './call.ts';
import { withoutTwins } from './heard-twice.ts';
import { createKeptCalls, type Dropped, type Limits } from './kept-calls.ts';
import { createKeptPreflights } from './kept-preflights.ts';
import { createKeptReadings } from './kept-readings.ts';
import { type Lane, readLanes } from './lane.ts';
import { type LaneCart, readLaneCart } from './lane-cart.ts';
import { createPageInFront } from './page-in-front.ts';
import type { PageKey } from './page-keys.ts';
import { readCall } from './read-call.ts';
import { MOST_BODY_BYTES, MOST_HEAD_BYTES } from './retention.ts';
import { createPartSharing } from './share-parts.ts';
import { type FrontEnds, placeCall, storeBehind } from './through.ts';

/**
 * The one store behind a screen: takes captures in any order and says what they make of the carts
 * seen. The same captures give the same state, whatever the order they came in (as long as nothing
 * had to be dropped).
 */
export interface CartLog {
  /** Stores and API versions seen, the one with the newest cart first. */
  readonly lanes: ReadonlySignal<readonly Lane[]>;
  /** The lane on the screen: the one chosen, else the newest of the page's own origin, else the newest. */
  readonly lane: ReadonlySignal<Lane | null>;
  /** The page in front, null while nothing told. */
  readonly page: ReadonlySignal<SeenPage | null>;
  /** Keys in the addresses of the pages seen and of redirects, the one seen last first. */
  readonly pageKeys: ReadonlySignal<readonly PageKey[]>;
  readonly paused: ReadonlySignal<boolean>;
  /** CoCart calls that came in since the pause. */
  readonly waiting: ReadonlySignal<number>;
  readonly dropped: ReadonlySignal<Dropped>;
  add(captures: readonly Capture[]): void;
  /** Takes in what was there before, which is shown with what is added next or by `show`. */
  take(capture: Capture): void;
  /** Shows all that was taken in, unless the picture is held. */
  show(): void;
  setPage(page: Page | SeenPage): void;
  /** Looks for keys in the addresses that the tab was sent on from and to; the page stays what it is. */
  noteRedirect(redirect: Redirect): void;
  /** Counts in what was dropped before this log began. */
  noteDropped(dropped: Dropped): void;
  /** Takes the keys that were found at rest in the browser, in place of those found before. */
  setRestingKeys(keys: readonly FoundKey[]): void;
  /**
   * Takes which stores stand behind front ends, in place of what was said before: their calls go where
   * the store's own are.
   */
  setFrontEnds(known: readonly FrontEnd[]): void;
  /** Shows one lane until another is chosen. */
  choose(laneId: string): void;
  /**
   * Shows the cart of this key in a lane until another is chosen; null goes back to the newest. A key
   * of which no cart was told changes nothing.
   */
  chooseKey(laneId: string, key: string | null): void;
  /** The calls that a lane shows, oldest first. They change whenever `lanes` does. */
  callsOf(laneId: string): readonly Call[];
  /** The cart of any key of a lane, as far as its calls told one. */
  cartOf(laneId: string, key: string): LaneCart | null;
  /** Lets the bodies of these calls give way after all others, whatever their age. */
  spare(callIds: ReadonlySet<string>): void;
  /** Forgets the calls and preflights but these, and those that the carts on the screen are read from. */
  clear(spared: ReadonlySet<string>): void;
  /** Forgets every call, key and choice; the page stays. */
  forget(): void;
  /** Holds the picture; what comes in is kept and counted. */
  pause(): void;
  /** Shows what came in since. */
  resume(): void;
  /** Preflights of CoCart calls, in the order in which they came. They change with `lanes`. */
  preflights(): readonly Capture[];
  /** The exchange behind a call or a preflight, with its bodies unless they were dropped; null when it is gone. */
  captureOf(id: string): Capture | null;
  /** What the exchange of a call holds, read anew and not kept; null when its body is gone. */
  read(call: Call): Reading | null;
}

/** `limits` are in bytes; the defaults are those of an open panel. */
export function createCartLog(
  limits: Limits = { bodies: MOST_BODY_BYTES, heads: MOST_HEAD_BYTES },
): CartLog {
  const kept = createKeptCalls(limits);
  const preflights = createKeptPreflights();
  const front = createPageInFront();
  const { page, pageKeys } = front;
  const readings = createKeptReadings(storeOf, kept.captureOf);
  const lanes = signal<readonly Lane[]>([]);
  const chosen = signal<string | null>(null);
  const paused = signal(false);
  const waiting = signal(0);
  const dropped = signal<Dropped>({ bodies: 0, calls: 0 });
  const sharing = createPartSharing();
  const chosenKeys = new Map<string, string>();
  let shown: ReadonlyMap<string, readonly Call[]> = new Map();
  let spared: ReadonlySet<string> = new Set();
  let resting: readonly FoundKey[] = [];
  let frontEnds: FrontEnds = new Map();

  const lane = computed(() => {
    const all = lanes.value;
    const own = all.find((candidate) => candidate.id === chosen.value);
    return own ?? all.find((candidate) => isOfPage(candidate, page.value)) ?? all[0] ?? null;
  });

  function storeOf(url: string) {
    return readRestAddress(url) ?? storeBehind(originOf(url) ?? '', frontEnds);
  }

  /** True where it is a call that was not known. */
  function take(capture: Capture): boolean {
    const { page: own, exchange } = capture;
    const { id } = exchange;
    front.set(own);
    // What our own request is answered may repeat the key that we put into it.
    if (exchange.sender === 'page') {
      front.noteTargetOf(readRedirect(exchange, exchange.startedAt));
    }
    if (isPreflight(exchange)) {
      preflights.put(sharing.capture(capture));
      return false;
    }
    const known = kept.captureOf(id);
    if (known && !isFuller(capture, known)) return false;
    const call = readings.take(capture, (reading) => readCall(capture, reading, frontEnds));
    if (!call) return false;
    kept.put(sharing.call(call), sharing.capture(capture));
    return !known;
  }

  function show(held: ReadonlySet<string> | null = null): void {
    if (!held) preflights.show();
    const lists = [...kept.lanes].map(([id, calls]): [string, readonly Call[]] => {
      const told = withoutTwins(calls);
      return [id, held ? told.filter((call) => held.has(call.id)) : told];
    });
    shown = new Map(lists.filter(([, calls]) => calls.length > 0));
    readings.show(() => {
      lanes.value = readLanes(shown, resting, readings.use, chosenKeys);
    });
  }

  function countDropped({ bodies, calls }: Dropped): void {
    if (bodies + calls === 0) return;
    const before = dropped.value;
    dropped.value = { bodies: before.bodies + bodies, calls: before.calls + calls };
  }

  function trim(): void {
    const { used } = readings;
    countDropped(kept.trim(spared.size === 0 ? used : new Set([...used, ...spared])));
  }

  return {
    lanes,
    lane,
    page,
    pageKeys,
    paused,
    waiting,
    dropped,
    add(captures) {
      batch(() => {
        const added = captures.filter(take).length;
        if (paused.value) {
          waiting.value += added;
          readings.trim();
        } else show();
        trim();
      });
    },
    take(capture) {
      batch(() => {
        take(capture);
        readings.trim();
        trim();
      });
    },
    show() {
      if (!paused.value) show();
    },
    setPage: front.set,
    noteRedirect: front.noteRedirect,
    noteDropped: countDropped,
    setRestingKeys(keys) {
      resting = keys;
      if (!paused.value) show();
    },
    setFrontEnds(known) {
      frontEnds = new Map(known.map((one) => [one.origin, one]));
      const changed = kept.change((call) => {
        const placed = placeCall(call, frontEnds);
        return placed === call ? call : sharing.call(placed);
      });
      if (changed.length === 0) return;
      for (const call of changed) readings.noteCurrency(call);
      // A person said it: a picture that is held is drawn anew, with the calls that it had.
      show(paused.value ? new Set([...shown.values()].flat().map(({ id }) => id)) : null);
    },
    choose(laneId) {
      chosen.value = laneId;
    },
    chooseKey(laneId, key) {
      batch(() => {
        if (key === null) chosenKeys.delete(laneId);
        else {
          chosenKeys.set(laneId, key);
          // An older cart does not keep its lane in front by itself.
          chosen.value = laneId;
        }
        if (!paused.value) show();
        else lanes.value = readLanes(shown, resting, readings.use, chosenKeys);
      });
    },
    callsOf: (laneId) => shown.get(laneId) ?? [],
    cartOf(laneId, key) {
      return readLaneCart(shown.get(laneId) ?? [], readings.use, key);
    },
    spare(callIds) {
      spared = callIds;
    },
    clear(callIds) {
      batch(() => {
        const stay = new Set([...callIds, ...readings.used]);
        kept.keepOnly(stay);
        preflights.keepOnly(stay);
        waiting.value = 0;
        dropped.value = { bodies: 0, calls: 0 };
        show();
      });
    },
    forget() {
      batch(() => {
        kept.forget();
        preflights.forget();
        readings.forget();
        chosen.value = null;
        chosenKeys.clear();
        resting = [];
        front.forgetKeys();
        waiting.value = 0;
        dropped.value = { bodies: 0, calls: 0 };
        show();
      });
    },
    pause() {
      paused.value = true;
    },
    resume() {
      if (!paused.value) return;
      batch(() => {
        paused.value = false;
        waiting.value = 0;
        show();
      });
    },
    preflights: () => preflights.shown,
    captureOf: (id) => kept.captureOf(id) ?? preflights.captureOf(id) ?? null,
    read: readings.read,
  };
}

/** True when a capture that arrives a second time holds a body that the first one lacked. */
function isFuller(next: Capture, known: Capture): boolean {
  const { body } = known.exchange.response;
  return body.text === null && next.exchange.response.body.text !== null;
}

function isOfPage(lane: Lane, page: Page | null): boolean {
  const own = (lane.cart?.cause ?? lane.unread?.call)?.page.url;
  if (!own || !page?.url || !URL.canParse(own) || !URL.canParse(page.url)) return false;
  return new URL(own).origin === new URL(page.url).origin;
}
