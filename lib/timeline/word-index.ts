/** Finds which of many texts hold a word, without keeping the texts. */
export interface WordIndex {
  /** How many texts were taken in; the next one gets this number. */
  readonly size: number;
  /** True once there are so many different words that those of later texts are not all taken. */
  readonly full: boolean;
  /** Takes a text in, and gives its number. */
  add(text: string): number;
  /** Says for each number whether its text holds every word of `wanted`, also as a part of a word. */
  find(wanted: string): (number: number) => boolean;
}

/** Different words that are kept. Traffic of a shop has some ten thousand. */
const MOST_WORDS = 150_000;

/** Longer words are cut: nobody types them, and the end of a signature tells nothing. */
const LONGEST_WORD = 64;

/** Up to so many texts of one word are listed; beyond, one bit a text is smaller. */
const MOST_LISTED = 96;

/** What stands between words, in JSON, addresses and forms alike. */
const WORD = /[^\s"'{}[\](),:;<>=&?/\\|]+/g;

/** How PHP writes letters beyond ASCII in JSON. */
const ESCAPED = /\\u([0-9a-f]{4})/gi;

/** The numbers of the texts that hold a word, in order: as a list, or as bits. */
type Places = number[] | Uint8Array;

export function createWordIndex(mostWords = MOST_WORDS): WordIndex {
  const places = new Map<string, Places>();
  let size = 0;
  let full = false;
  let found = new Map<string, Uint8Array>();

  function note(word: string, number: number): void {
    const known = places.get(word);
    if (known === undefined) {
      if (places.size < mostWords) places.set(apart(word), [number]);
      else full = true;
      return;
    }
    if (known instanceof Uint8Array) places.set(word, withBit(known, number));
    else if (known.at(-1) !== number) {
      known.push(number);
      if (known.length > MOST_LISTED) places.set(word, bitsOf(known));
    }
  }

  function findWord(word: string): Uint8Array {
    const known = found.get(word);
    if (known) return known;
    const hits = new Uint8Array((size >> 3) + 1);
    for (const [candidate, where] of places) {
      if (!candidate.includes(word)) continue;
      if (where instanceof Uint8Array) {
        for (let at = 0; at < where.length && at < hits.length; at += 1) {
          hits[at] = (hits[at] ?? 0) | (where[at] ?? 0);
        }
      } else {
        for (const number of where) setBit(hits, number);
      }
    }
    found.set(word, hits);
    return hits;
  }

  return {
    get size() {
      return size;
    },
    get full() {
      return full;
    },
    add(text) {
      const number = size;
      size += 1;
      if (found.size > 0) found = new Map();
      for (const [word] of plain(text).matchAll(WORD)) note(word.slice(0, LONGEST_WORD), number);
      return number;
    },
    find(wanted) {
      const hits = wordsOf(wanted).map(findWord);
      return (number) => hits.every((bits) => hasBit(bits, number));
    },
  };
}

/** The words of a text, as the index knows them. */
export function wordsOf(text: string): readonly string[] {
  return (
    plain(text)
      .match(WORD)
      ?.map((word) => word.slice(0, LONGEST_WORD)) ?? []
  );
}

function plain(text: string): string {
  const unescaped = text.includes('\\u')
    ? text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  return unescaped.toLowerCase();
}

/** The word as a text of its own: engines keep a part of a text as a view that holds all of it. */
function apart(word: string): string {
  return [...word].join('');
}

function bitsOf(numbers: readonly number[]): Uint8Array {
  const bits = new Uint8Array(((numbers.at(-1) ?? 0) >> 3) + 1);
  for (const number of numbers) setBit(bits, number);
  return bits;
}

/** Grown by a half each time, so that ten thousand texts cost few copies. */
function withBit(bits: Uint8Array, number: number): Uint8Array {
  const at = number >> 3;
  let grown = bits;
  if (at >= bits.length) {
    grown = new Uint8Array(at + (at >> 1) + 8);
    grown.set(bits);
  }
  setBit(grown, number);
  return grown;
}

function setBit(bits: Uint8Array, number: number): void {
  const at = number >> 3;
  if (at < bits.length) bits[at] = (bits[at] ?? 0) | (1 << (number & 7));
}

function hasBit(bits: Uint8Array, number: number): boolean {
  return ((bits[number >> 3] ?? 0) & (1 << (number & 7))) !== 0;
}
