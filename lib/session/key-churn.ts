import { counted } from '../counted.ts';
import type { Call } from '../log/call.ts';
import { type ChurnRow, churnRow, isCustomers, rememberObeys } from './churn-row.ts';
import { whatNoKeyMeans } from './no-key-follows.ts';
import { isObeyed } from './obeys.ts';
import { SERVER_LOST_KEY } from './passed-on.ts';

/** Which keys went out and came back. */
export interface KeyChurn {
  readonly rows: readonly ChurnRow[];
  /** The keys that answers named, in order of first sight. */
  readonly keys: readonly string[];
  /** `3 keys in 5 calls; call 2 sent none.` */
  readonly sentence: string;
  /** What follows from it, by the store's version; null where every call kept its cart. */
  readonly follows: string | null;
}

/** Reads the same lane over and over as calls come in. */
export interface ChurnReader {
  /** @param calls the lane's, oldest first */
  read(calls: readonly Call[], version: string | null): KeyChurn;
}

/** Remedy that holds for every version. */
const REMEDY =
  'Keep the key that the first answer names, and send it with every call as ?cart_key=.';

/** How many numbers of calls stand in a sentence. */
const MOST_NUMBERS = 4;

/** The page's calls about a cart, oldest first, each with the key it sent and the one it got back. */
export function readKeyChurn(calls: readonly Call[], version: string | null): KeyChurn {
  return createChurnReader().read(calls, version);
}

/**
 * What was read stays read while calls only come in at the end: one more among 10,000 costs as much
 * as one among ten. Calls that came late or were dropped, and another version, make it begin anew.
 */
export function createChurnReader(): ChurnReader {
  let known: readonly Call[] = [];
  let soFar = begin(null);
  let last: KeyChurn | null = null;
  return {
    read(calls, version) {
      if (last && calls === known && version === soFar.version) return last;
      const goesOn = version === soFar.version && known.every((call, at) => calls[at] === call);
      if (!goesOn) soFar = begin(version);
      for (let at = goesOn ? known.length : 0; at < calls.length; at += 1) {
        const call = calls[at];
        if (call?.isCart && call.sender === 'page') take(call, soFar);
      }
      known = calls;
      last = churnOf(soFar);
      return last;
    },
  };
}

function begin(version: string | null) {
  return {
    version,
    rows: [] as ChurnRow[],
    keys: new Set<string>(),
    seen: new Set<string>(),
    through: new Map<string, string>(),
    obeying: rememberObeys(),
  };
}

type SoFar = ReturnType<typeof begin>;

function take(call: Call, { version, rows, keys, seen, through, obeying }: SoFar): void {
  const number = rows.length + 1;
  const row = churnRow(call, {
    ...{ number, seen, through, obeying },
    version: version ?? call.version,
  });
  rows.push(row);
  for (const { key, obeys } of row.sent) if (isObeyed(obeys)) seen.add(key);
  if (row.returned === null) return;
  seen.add(row.returned);
  keys.add(row.returned);
  if (row.through) through.set(row.through, row.returned);
}

function churnOf({ version, rows: read, keys: named }: SoFar): KeyChurn {
  const rows = read.slice();
  const keys = [...named];
  return { rows, keys, sentence: sentenceOf(rows, keys), follows: followsOf(rows, version) };
}

function sentenceOf(rows: readonly ChurnRow[], keys: readonly string[]): string {
  if (rows.length === 0) return 'No call about a cart was seen.';
  const calls = counted(rows.length, 'call');
  // A signed-in customer needs no key.
  const none = rows
    .filter(({ sentNone, returned }) => sentNone === true && !isCustomers(returned))
    .map(({ number }) => number);
  const said = none.length === 0 ? '' : `; ${callsText(none, rows.length)} sent none`;
  return keys.length === 0
    ? `No key in ${calls}: no answer named a cart${said}.`
    : `${counted(keys.length, 'key')} in ${calls}${said}.`;
}

function callsText(numbers: readonly number[], all: number): string {
  if (all === 1) return 'it';
  if (numbers.length === all) return 'all of them';
  const shown = numbers.slice(0, MOST_NUMBERS);
  const rest = numbers.length - shown.length;
  const last = rest > 0 ? `${rest} more` : String(shown.at(-1));
  const before = rest > 0 ? shown : shown.slice(0, -1);
  const list = before.length > 0 ? `${before.join(', ')} and ${last}` : last;
  return `${numbers.length === 1 ? 'call' : 'calls'} ${list}`;
}

/** True for a call that got another cart than the one that was there: a visitor's first has no key to send. */
export function isNeedless({ outcome, number, returned }: ChurnRow): boolean {
  return (outcome === 'made' && number > 1) || (outcome === 'changed' && !isCustomers(returned));
}

function followsOf(rows: readonly ChurnRow[], version: string | null): string | null {
  const needless = rows.filter(isNeedless);
  if (needless.length === 0) return null;
  const byPage = needless.some(({ through }) => through === null);
  return byPage ? `${whatNoKeyMeans(version)} ${REMEDY}` : SERVER_LOST_KEY;
}
