/**
 * A time in words, and how long these words stay true. No timer runs while nothing happens, so a
 * screen has to know when a sentence such as "2 min ago" has to make way for the time of day.
 */
export interface TimeText {
  readonly text: string;
  /** For how long the text stays true, in ms. */
  readonly trueForMs: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something lasts, in its two largest units down to the minute: `6 d 23 h`, `12 min`. */
export function durationText(ms: number): string {
  if (ms < HOUR) return `${Math.max(Math.floor(ms / MINUTE), 0)} min`;
  if (ms < DAY) return units(ms, HOUR, 'h', MINUTE, 'min');
  return units(ms, DAY, 'd', HOUR, 'h');
}

function units(ms: number, big: number, bigName: string, small: number, smallName: string): string {
  const rest = Math.floor((ms % big) / small);
  return `${Math.floor(ms / big)} ${bigName}${rest > 0 ? ` ${rest} ${smallName}` : ''}`;
}

/** How long ago `at` was: `just now`, `under a minute ago`, `3 min ago`, `2 h ago`, `4 d ago`. */
export function ageText(at: number, now: number): TimeText {
  const age = Math.max(now - at, 0);
  if (age < 10 * SECOND) return { text: 'just now', trueForMs: 10 * SECOND - age };
  if (age < MINUTE) return { text: 'under a minute ago', trueForMs: MINUTE - age };
  const [unit, name] = age < HOUR ? [MINUTE, 'min'] : age < DAY ? [HOUR, 'h'] : [DAY, 'd'];
  return { text: `${Math.floor(age / unit)} ${name} ago`, trueForMs: unit - (age % unit) };
}

/** When a session ends, seen from now: `in 6 d 23 h`, or `3 min ago` once it is over. */
export function untilText(at: number, now: number): TimeText {
  const left = at - now;
  if (left <= 0) return ageText(at, now);
  if (left < MINUTE) return { text: 'in under a minute', trueForMs: left };
  const step = left < DAY ? MINUTE : HOUR;
  return { text: `in ${durationText(left)}`, trueForMs: (left % step) + 1 };
}

/** The time of day of `at`, with the date where it is another day than `now`: `14:03:22`. */
export function clockText(at: number, now: number): string {
  const date = new Date(at);
  const sameDay = date.toDateString() === new Date(now).toDateString();
  return sameDay ? timeOfDay.format(date) : dayAndTime.format(date);
}

const timeOfDay = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const dayAndTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
