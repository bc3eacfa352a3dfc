import { batch, computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Capture, Page, SeenPage } from '../capture.ts';
import { readExchange } from '../cocart/read-exchange.ts';
import type { Reading } from '../cocart/reading.ts';
import { readRestAddress } from '../cocart/store-address.ts';
import type { FoundKey } from '../found-key.ts';
import type { FrontEnd } from '../front-end.ts';
import { originOf } from '../http/origin-of.ts';
import { isPreflight } from '../http/preflight.ts';
import { type Redirect, readRedirect } from '../http/redirect.ts';
import { type Call, compareCalls, storeIdOf } from './call.ts';
import { withoutTwins } from './heard-twice.ts';
import { createKeptCalls, type Dropped, type Limits } from './kept-calls.ts';
import { createKeptPreflights } from './kept-preflights.ts';
import { type Lane, readLanes } from './lane.ts';
import { type LaneCart, readLaneCart } from './lane-cart.ts';
import { notePage, noteTarget, type PageKey } from './page-keys.ts';
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

interface KeptReading {
  readonly reading: Reading;
  /** Decimals of the currency it was read with. */
  readonly minorUnit: number | null;
}

/**
 * True when a page cannot be the one in front. A panel that began to listen late counts the page from
 * then, without an address, until it learns what the page is and that it began earlier.
 */
function isOlderPage(next: Page, known: Page): boolean {
  if ((next.url === null) !== (known.url === null)) return next.url === null;
  return next.since < known.since;
}

/** Readings kept while nothing is shown of them. */
const MOST_UNSHOWN_READINGS = 64;

/** `limits` are in bytes; the defaults are those of an open panel. */
export function createCartLog(
  limits: Limits = { bodies: MOST_BODY_BYTES, heads: MOST_HEAD_BYTES },
): CartLog {
  const kept = createKeptCalls(limits);
  const preflights = createKeptPreflights();
  const readings = new Map<string, KeptReading>();
  const lanes = signal<readonly Lane[]>([]);
  const chosen = signal<string | null>(null);
  const page = signal<SeenPage | null>(null);
  const pageKeys = signal<readonly PageKey[]>([]);
  const paused = signal(false);
  const waiting = signal(0);
  const dropped = signal<Dropped>({ bodies: 0, calls: 0 });
  const sharing = createPartSharing();
  /** By store, the newest call that named a currency. */
  const naming = new Map<string, Call>();
  const chosenKeys = new Map<string, string>();
  let shown: ReadonlyMap<string, readonly Call[]> = new Map();
  let used = new Set<string>();
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

  function read(capture: Capture): KeptReading {
    const store = storeOf(capture.exchange.request.url);
    const currency = naming.get(storeIdOf(store))?.currency ?? null;
    const reading = readExchange(capture.exchange, { currency });
    return { reading, minorUnit: currency?.minorUnit ?? null };
  }

  function look(call: Call): KeptReading | null {
    const known = readings.get(call.id);
    const minorUnit = naming.get(storeIdOf(call.address))?.currency?.minorUnit ?? null;
    if (known && (call.currency || known.minorUnit === minorUnit)) return known;
    const capture = kept.captureOf(call.id);
    if (!capture || capture.exchange.response.body.missing === 'dropped') return known ?? null;
    return read(capture);
  }

  function readingOf(call: Call): Reading | null {
    used.add(call.id);
    const found = look(call);
    if (found) readings.set(call.id, found);
    return found?.reading ?? null;
  }

  function noteCurrency(call: Call): void {
    const id = storeIdOf(call.address);
    const known = naming.get(id);
    if (call.currency && (!known || compareCalls(known, call) < 0)) naming.set(id, call);
  }

  /** True where it is a call that was not known. */
  function take(capture: Capture): boolean {
    const { page: own, exchange } = capture;
    const { id } = exchange;
    setPage(own);
    // What our own request is answered may repeat the key that we put into it.
    if (exchange.sender === 'page') noteTargetOf(readRedirect(exchange, exchange.startedAt));
    if (isPreflight(exchange)) {
      preflights.put(sharing.capture(capture));
      return false;
    }
    const known = kept.captureOf(id);
    if (known && !isFuller(capture, known)) return false;
    const reading = read(capture);
    const call = readCall(capture, reading.reading, frontEnds);
    if (!call) return false;
    readings.set(id, reading);
    kept.put(sharing.call(call), sharing.capture(capture));
    noteCurrency(call);
    return !known;
  }

  function show(held: ReadonlySet<string> | null = null): void {
    used = new Set();
    if (!held) preflights.show();
    const lists = [...kept.lanes].map(([id, calls]): [string, readonly Call[]] => {
      const told = withoutTwins(calls);
      return [id, held ? told.filter((call) => held.has(call.id)) : told];
    });
    shown = new Map(lists.filter(([, calls]) => calls.length > 0));
    lanes.value = readLanes(shown, resting, readingOf, chosenKeys);
    for (const id of readings.keys()) if (!used.has(id)) readings.delete(id);
  }

  function forgetReadings(): void {
    for (const id of readings.keys()) {
      if (readings.size <= MOST_UNSHOWN_READINGS + used.size) return;
      if (!used.has(id)) readings.delete(id);
    }
  }

  function countDropped({ bodies, calls }: Dropped): void {
    if (bodies + calls === 0) return;
    const before = dropped.value;
    dropped.value = { bodies: before.bodies + bodies, calls: before.calls + calls };
  }

  function trim(): void {
    countDropped(kept.trim(spared.size === 0 ? used : new Set([...used, ...spared])));
  }

  function setPage(next: Page | SeenPage): void {
    pageKeys.value = notePage(pageKeys.value, next);
    const known = page.value;
    if (known && isOlderPage(next, known)) return;
    const told = 'heardFromStart' in next ? next.heardFromStart : null;
    const before = known?.since === next.since ? known : null;
    const url = next.url ?? before?.url ?? null;
    const heardFromStart = told ?? before?.heardFromStart ?? null;
    if (before?.url === url && before.heardFromStart === heardFromStart) return;
    page.value = { url, since: next.since, heardFromStart };
  }

  function noteTargetOf(redirect: Redirect | null): void {
    if (redirect) pageKeys.value = noteTarget(pageKeys.value, redirect);
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
          forgetReadings();
        } else show();
        trim();
      });
    },
    take(capture) {
      batch(() => {
        take(capture);
        forgetReadings();
        trim();
      });
    },
    show() {
      if (!paused.value) show();
    },
    setPage,
    noteRedirect(redirect) {
      pageKeys.value = notePage(pageKeys.value, redirect);
      noteTargetOf(redirect);
    },
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
      for (const call of changed) noteCurrency(call);
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
        else lanes.value = readLanes(shown, resting, readingOf, chosenKeys);
      });
    },
    callsOf: (laneId) => shown.get(laneId) ?? [],
    cartOf(laneId, key) {
      return readLaneCart(shown.get(laneId) ?? [], readingOf, key);
    },
    spare(callIds) {
      spared = callIds;
    },
    clear(callIds) {
      batch(() => {
        const stay = new Set([...callIds, ...used]);
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
        readings.clear();
        naming.clear();
        chosen.value = null;
        chosenKeys.clear();
        resting = [];
        pageKeys.value = [];
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
    read: (call) => look(call)?.reading ?? null,
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
