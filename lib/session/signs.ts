import { counted } from '../counted.ts';
import { isNeedless, type KeyChurn } from './key-churn.ts';
import type { SessionReading } from './read-session.ts';
import type { SessionState } from './session-finding.ts';

/** A part of the Session screen. */
export type SessionPart = 'conflicts' | 'this-session' | 'keys-sent';

/** That something is wrong with whose cart it is, in a word or two, for where there is no room. */
export interface Sign {
  /** `2 conflicts`, `3 keys in 5 calls`, `session expired`. */
  readonly title: string;
  /** The same in a sentence, with masked keys. */
  readonly text: string;
  /** Where the Session screen says all of it. */
  readonly part: SessionPart;
  /** How many things are wrong. */
  readonly count: number;
}

/** States in which the cart on the screen is no longer the one that a visitor will get. */
const STATES: Partial<Readonly<Record<SessionState, string>>> = {
  expired: 'session expired',
  replaced: 'session replaced',
  'never-existed': 'no such session',
  'wrong-key': 'wrong key',
  'other-site': 'session of another site',
};

/** Calls about a cart that the sign of key churn looks back on: it goes once so many went well. */
const RECENT = 10;

/** Everything wrong with whose cart it is, what to look at first standing first. */
export function readSigns({ conflicts, churn, verdict }: SessionReading): readonly Sign[] {
  const signs: Sign[] = [];
  const wrong = conflicts.filter(({ byDesign }) => !byDesign);
  const [first] = wrong;
  if (first) {
    signs.push({
      title: counted(wrong.length, 'conflict'),
      text: first.sentence,
      part: 'conflicts',
      count: wrong.length,
    });
  }
  const state = verdict && STATES[verdict.state];
  if (state) signs.push({ title: state, text: verdict.evidence, part: 'this-session', count: 1 });
  const keys = keysOf(churn);
  if (keys) signs.push({ title: keys, text: churn.follows ?? '', part: 'keys-sent', count: 1 });
  return signs;
}

/** `3 keys in 5 calls`, while one of the last calls got a cart that it need not have got. */
function keysOf({ rows }: KeyChurn): string | null {
  const recent = rows.slice(-RECENT);
  if (!recent.some(isNeedless)) return null;
  const keys = new Set(recent.flatMap(({ returned }) => returned ?? []));
  const which = rows.length > recent.length ? 'the last ' : '';
  const calls = `${which}${counted(recent.length, 'call')}`;
  return keys.size > 1 ? `${keys.size} keys in ${calls}` : `a new key in ${calls}`;
}
