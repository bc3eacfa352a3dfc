import type { Capture } from '../capture.ts';
import { readExchange } from '../cocart/read-exchange.ts';
import type { Reading, StoreAddress } from '../cocart/reading.ts';
import { type Call, compareCalls, storeIdOf } from './call.ts';

/** Readings kept while nothing is shown of them. */
const MOST_UNSHOWN = 64;

interface KeptReading {
  readonly reading: Reading;
  /** Decimals of the currency it was read with. */
  readonly minorUnit: number | null;
}

/** What the calls of a log hold: read when it is asked for, and kept for as long as it is shown. */
export interface KeptReadings {
  /** Reads what has just come in. `readCall` makes a call of it; what is none is not kept. */
  take(capture: Capture, readCall: (reading: Reading) => Call | null): Call | null;
  /** What a call holds, read anew and not kept; null when its body is gone. */
  read(call: Call): Reading | null;
  /** The same for what is shown: it is kept until it is not used any more. */
  use(call: Call): Reading | null;
  /** Calls whose readings are shown. */
  readonly used: ReadonlySet<string>;
  /** A call may name the currency of its store anew. */
  noteCurrency(call: Call): void;
  /** Runs what shows readings, and lets those go that it did not use. */
  show(draw: () => void): void;
  /** Lets the oldest go of those that came in while nothing was shown. */
  trim(): void;
  forget(): void;
}

/**
 * @param storeOf the store that an address belongs to, or that stands behind it
 * @param captureOf the exchange behind a call, as far as it is kept
 */
export function createKeptReadings(
  storeOf: (url: string) => StoreAddress,
  captureOf: (callId: string) => Capture | undefined,
): KeptReadings {
  const readings = new Map<string, KeptReading>();
  /** By store, the newest call that named a currency. */
  const naming = new Map<string, Call>();
  let used = new Set<string>();

  function readNow(capture: Capture): KeptReading {
    const store = storeOf(capture.exchange.request.url);
    const currency = naming.get(storeIdOf(store))?.currency ?? null;
    const reading = readExchange(capture.exchange, { currency });
    return { reading, minorUnit: currency?.minorUnit ?? null };
  }

  function look(call: Call): KeptReading | null {
    const known = readings.get(call.id);
    const minorUnit = naming.get(storeIdOf(call.address))?.currency?.minorUnit ?? null;
    if (known && (call.currency || known.minorUnit === minorUnit)) return known;
    const capture = captureOf(call.id);
    if (!capture || capture.exchange.response.body.missing === 'dropped') return known ?? null;
    return readNow(capture);
  }

  function noteCurrency(call: Call): void {
    const id = storeIdOf(call.address);
    const known = naming.get(id);
    if (call.currency && (!known || compareCalls(known, call) < 0)) naming.set(id, call);
  }

  return {
    take(capture, readCall) {
      const read = readNow(capture);
      const call = readCall(read.reading);
      if (!call) return null;
      readings.set(call.id, read);
      noteCurrency(call);
      return call;
    },
    read: (call) => look(call)?.reading ?? null,
    use(call) {
      used.add(call.id);
      const found = look(call);
      if (found) readings.set(call.id, found);
      return found?.reading ?? null;
    },
    get used() {
      return used;
    },
    noteCurrency,
    show(draw) {
      used = new Set();
      draw();
      for (const id of readings.keys()) if (!used.has(id)) readings.delete(id);
    },
    trim() {
      for (const id of readings.keys()) {
        if (readings.size <= MOST_UNSHOWN + used.size) return;
        if (!used.has(id)) readings.delete(id);
      }
    },
    forget() {
      readings.clear();
      naming.clear();
    },
  };
}
