import { HIDDEN } from '../http/hide-credentials.ts';
import { CART_KEY, isSecretField, type SecretPattern, variableOf } from './secret-places.ts';
import type { Secret, Text } from './text.ts';

/** A text of a request, and how secrets stand in it. */
export interface Place {
  readonly text: string;
  readonly patterns: readonly SecretPattern[];
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly variable: string;
}

/** Shorter secrets are hidden where they are looked for, and not wherever their letters stand. */
const MIN_LENGTH = 6;

/**
 * Cuts the texts of one request at what is not to be told. A secret that was found in one place is one in
 * every other, in each of its spellings: a key in the query may stand in a header once more.
 */
export class Secrets {
  readonly #variables = new Map<string, string>();
  readonly #everywhere: readonly SecretPattern[];
  readonly #real: boolean;

  /**
   * @param keys cart keys that are known from elsewhere in the exchange.
   * @param real leaves secrets in place, but for those that were taken out when the call was kept.
   */
  constructor(places: readonly Place[], keys: readonly string[], real: boolean) {
    this.#real = real;
    const found = new Map<string, string>();
    const learn = (text: string, variable: string) => {
      for (const spelled of spellings(text)) {
        if (spelled.length >= MIN_LENGTH && !found.has(spelled)) found.set(spelled, variable);
      }
    };
    for (const { text, patterns } of places) {
      for (const { start, end, variable } of spansIn(text, patterns)) {
        learn(text.slice(start, end), variable);
      }
    }
    for (const key of keys) learn(key, CART_KEY);
    const longestFirst = [...found].sort(([a], [b]) => b.length - a.length);
    this.#everywhere = longestFirst.map(([text, variable]) => ({
      find: new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'g'),
      variable,
    }));
  }

  /** The text in pieces, its secrets apart. */
  cut({ text, patterns }: Place): Text {
    const pieces: (string | Secret)[] = [];
    let at = 0;
    for (const { start, end, variable } of joined(
      spansIn(text, [...patterns, ...this.#everywhere]),
    )) {
      const secret = text.slice(start, end);
      if (this.#real && !secret.includes(HIDDEN)) continue;
      if (start > at) pieces.push(text.slice(at, start));
      pieces.push({ variable: this.#nameOf(secret, variable), text: secret });
      at = end;
    }
    return at < text.length || pieces.length === 0 ? [...pieces, text.slice(at)] : pieces;
  }

  /** The value of a field, where it stands by itself. */
  cutField(name: string, value: string): Text {
    const whole = { find: /.+/gs, variable: variableOf(name) };
    return this.cut({ text: value, patterns: isSecretField(name) ? [whole] : [] });
  }

  /** One name for each text: the same variable never stands for two. */
  #nameOf(text: string, variable: string): string {
    const known = this.#variables.get(text);
    if (known !== undefined) return known;
    const taken = new Set(this.#variables.values());
    let name = variable;
    for (let number = 2; taken.has(name); number += 1) name = `${variable}_${number}`;
    this.#variables.set(text, name);
    return name;
  }
}

function spansIn(text: string, patterns: readonly SecretPattern[]): Span[] {
  return patterns.flatMap(({ find, variable }) =>
    [...text.matchAll(find)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      variable: variable ?? variableOf(match.groups?.name ?? ''),
    })),
  );
}

/** Spans in order; those that overlap are one, so that no rest of a secret is left. */
function joined(spans: readonly Span[]): readonly Span[] {
  const apart: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = apart.at(-1);
    if (!last || span.start >= last.end) apart.push(span);
    else if (span.end > last.end) apart[apart.length - 1] = { ...last, end: span.end };
  }
  return apart;
}

/** A secret as it may be written: as it stands, or taken out of its address or JSON text, and put in another one. */
function spellings(text: string): ReadonlySet<string> {
  const meant = [text, tried(() => decodeURIComponent(text)), tried(() => JSON.parse(`"${text}"`))];
  return new Set(
    meant
      .filter((one) => typeof one === 'string')
      .map((one) => one.toWellFormed())
      .flatMap((one) => [one, encodeURIComponent(one), JSON.stringify(one).slice(1, -1)]),
  );
}

/** What a text decodes to; null where it is not encoded that way. */
function tried(decode: () => unknown): unknown {
  try {
    return decode();
  } catch {
    return null;
  }
}
