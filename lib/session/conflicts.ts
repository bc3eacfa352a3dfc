import type { FoundKey } from '../found-key.ts';
import type { Call } from '../log/call.ts';
import type { ChurnRow } from './churn-row.ts';
import {
  answered,
  type Draft,
  leak,
  queryAndHeader,
  refused,
  storageAndSession,
  storedAndSent,
  twoStored,
} from './conflict-drafts.ts';
import { CONFLICT_RULES, type ConflictRule } from './conflict-rules.ts';
import type { KeyChurn } from './key-churn.ts';
import { inSpan } from './version-span.ts';

/** Two sources that disagree, side by side, with what follows from it. */
export interface Conflict extends Draft {
  readonly follows: string;
  readonly remedy: string;
  readonly source: string;
  /** True where nothing is wrong: the store is made so, and it is good to know. */
  readonly byDesign: boolean;
}

export interface ConflictFacts {
  /** A lane's calls, oldest first. */
  readonly calls: readonly Call[];
  /** `readKeyChurn` of these calls. */
  readonly churn: KeyChurn;
  /** Keys found in the browser, with access. */
  readonly resting: readonly FoundKey[];
  readonly version: string | null;
}

/** Where sources disagree now: by the page's newest call about a cart, and by what rests in the browser. */
export function readConflicts({
  calls,
  churn: { rows },
  resting,
  version,
}: ConflictFacts): readonly Conflict[] {
  const last = rows.at(-1);
  // What a front end's own server sends to the store is not seen: only its answer counts.
  const newest = last?.through === null ? last : undefined;
  const call = newest && calls.findLast(({ id }) => id === newest.callId);
  const told = rows.findLast(({ returned }) => returned !== null);
  const stored = distinct(
    resting.filter((found) => found.rest !== 'session-cookie' && isAKey(found, rows)),
  );
  const found = [
    newest && call ? refused(newest, call) : null,
    newest ? queryAndHeader(newest) : null,
    told ? answered(told, stored) : null,
    last ? storedAndSent(last, stored) : null,
    storageAndSession(stored, resting),
    twoStored(stored),
    newest && call ? leak(newest, call) : null,
  ];
  return found.flatMap((draft) => (draft ? (explained(draft, version) ?? []) : []));
}

/** What has the form of a key alone is one where a call had it, too. */
function isAKey({ byForm, key }: FoundKey, rows: readonly ChurnRow[]): boolean {
  return (
    byForm !== true ||
    rows.some(({ returned, sent }) => returned === key || sent.some((one) => one.key === key))
  );
}

function explained(draft: Draft, version: string | null): Conflict | null {
  const rules = CONFLICT_RULES.filter(({ kind }) => kind === draft.kind);
  const known = version !== null && inSpan(version, {});
  if (known) {
    const rule = rules.find(({ span }) => inSpan(version, span));
    return rule ? { ...draft, ...textsOf([rule]) } : null;
  }
  // Without a version a row for all holds; where there is none, each is said with its versions.
  const general = rules.find(({ span }) => span.from === undefined && span.before === undefined);
  return { ...draft, ...textsOf(general ? [general] : rules) };
}

function textsOf(rules: readonly ConflictRule[]) {
  const [first] = rules;
  if (first && rules.length === 1) {
    const { follows, remedy, source, byDesign = false } = first;
    return { follows, remedy, source, byDesign };
  }
  const follows = rules.map(
    ({ span, follows: text }) => `${spanText(span.from, span.before)}: ${text}`,
  );
  return {
    follows: `It depends on CoCart’s version, which no answer has told. ${follows.join(' ')}`,
    remedy: rules.at(-1)?.remedy ?? '',
    source: rules.map(({ source }) => source).join('; '),
    byDesign: false,
  };
}

function spanText(from: string | undefined, before: string | undefined): string {
  if (from === undefined) return `Before ${before}`;
  return before === undefined ? `From ${from} on` : `From ${from} to before ${before}`;
}

/** One entry a key: the same key in two places is no conflict. */
function distinct(found: readonly FoundKey[]): readonly FoundKey[] {
  const keys = new Map<string, FoundKey>();
  for (const one of found) if (!keys.has(one.key)) keys.set(one.key, one);
  return [...keys.values()];
}
