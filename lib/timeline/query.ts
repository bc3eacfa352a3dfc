import { looksLikeCartKey } from '../cocart/cart-key.ts';
import type { Call } from '../log/call.ts';
import { type Effect, isChange } from './effect.ts';
import { durationOf, rowLabel, type TimelineRow } from './timeline-row.ts';
import { wordsOf } from './word-index.ts';

/** What is looked at of a row to tell whether it fits. */
export interface Findable {
  readonly row: TimelineRow;
  /** What the call did; asked for only where it matters. */
  readonly effect: () => Effect;
  /** Whether its texts hold a word. */
  readonly holds: (word: string) => boolean;
}

/** What a person typed into the search box, taken apart. */
export interface Query {
  /** Every one has to fit. */
  readonly tests: readonly ((found: Findable) => boolean)[];
  /** Lower-case words to be marked where they are shown. */
  readonly marked: readonly string[];
}

/** A term that means more than its word. */
interface TermRule {
  readonly example: string;
  readonly says: string;
  readonly read: (value: string) => ((found: Findable) => boolean) | null;
}

const ofCall =
  (test: (call: Call, found: Findable) => boolean) =>
  (found: Findable): boolean =>
    test(found.row.call, found);

/** Words that stand for themselves alone. */
const FLAGS: Readonly<Record<string, (found: Findable) => boolean>> = {
  changed: ({ effect }) => isChange(effect()),
  error: ({ effect }) => effect().is === 'error',
};

/** `name:value` terms. */
export const TERM_RULES: Readonly<Record<string, TermRule>> = {
  status: {
    example: 'status:4xx',
    says: 'its status: 404, 4xx',
    read: (value) =>
      /^[\dx]{1,3}$/.test(value) ? ofCall(({ status }) => fitsDigits(String(status), value)) : null,
  },
  method: {
    example: 'method:post',
    says: 'its HTTP method',
    read: (value) => (found) => rowLabel(found.row).toLowerCase().startsWith(`${value} `),
  },
  call: {
    example: 'call:add-item',
    says: 'its name or route',
    read: (value) =>
      ofCall(
        ({ call }, { row }) =>
          (call?.includes(value) ?? false) || rowLabel(row).toLowerCase().includes(value),
      ),
  },
  key: {
    example: 'key:6229',
    says: 'a cart key that it sent or got',
    read: (value) =>
      ofCall(({ sightings }) => sightings.some(({ key }) => key.toLowerCase().includes(value))),
  },
  slow: {
    example: 'slow:>500',
    says: 'took longer than so many ms',
    read: (value) => {
      const ms = /^>?(\d+)$/.exec(value)?.[1];
      return ms === undefined ? null : ofCall((call) => (durationOf(call) ?? 0) > Number(ms));
    },
  },
  from: {
    example: 'from:page',
    says: 'who sent it: page, extension, frame',
    read: (value) => {
      switch (value) {
        case 'page':
        case 'extension':
          return ofCall(({ sender }) => sender === value);
        case 'frame':
          return ofCall(({ caller }) => caller.is === 'elsewhere' || caller.is === 'sandboxed');
        default:
          return null;
      }
    },
  },
};

/** A term, in quotes where it holds spaces or is meant as the word it is. */
const TERM = /"([^"]*)"?|(\S+)/g;

/** Takes apart what was typed. A term that means nothing as one is looked for as words. */
export function readQuery(text: string): Query {
  const tests: ((found: Findable) => boolean)[] = [];
  const marked: string[] = [];
  for (const [, quoted, bare = ''] of text.toLowerCase().matchAll(TERM)) {
    const special = quoted === undefined ? specialOf(bare) : null;
    if (special) {
      tests.push(special);
      continue;
    }
    const words = wordsOf(quoted ?? bare);
    marked.push(...words);
    tests.push(
      ...words.map(
        (word) =>
          ({ holds }: Findable) =>
            holds(word),
      ),
    );
  }
  return { tests, marked };
}

function specialOf(term: string): ((found: Findable) => boolean) | null {
  if (Object.hasOwn(FLAGS, term)) return FLAGS[term] ?? null;
  const at = term.indexOf(':');
  const name = term.slice(0, Math.max(at, 0));
  const value = term.slice(at + 1);
  if (!Object.hasOwn(TERM_RULES, name)) return null;
  // Half typed, it narrows nothing yet.
  return value === '' ? () => true : (TERM_RULES[name]?.read(value) ?? null);
}

/** `4xx` fits 404, `4` fits it as well while the rest is still being typed. */
function fitsDigits(status: string, pattern: string): boolean {
  return [...pattern].every((digit, at) => digit === 'x' || digit === status[at]);
}

/** The query without whole cart keys, which are credentials: what may be remembered. */
export function rememberable(text: string): string {
  const terms = text.match(TERM) ?? [];
  return terms
    .filter((term) => !looksLikeCartKey(term.toLowerCase().replace(/^key:|"/g, '')))
    .join(' ');
}
