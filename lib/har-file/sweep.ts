/**
 * Finds known texts in others, and puts something in their stead. `withWords` false: names, cities and
 * other words that may mean something else are left.
 */
export type Sweep = (text: string, withWords: boolean) => string;

/** Shorter ones are hidden only where they are known to stand: they would be found everywhere. */
const LEAST_WORD = 4;
const LEAST_ANYWHERE = 8;
const LEAST_DIGITS = 7;

/** Of which labels are made: a person of that name is hidden in its own field only. */
const OWN_WORDS = /^(?:guest|customer|hash|token|mail|name|street|city|phone)$/i;

/**
 * @param texts what to look for; `anywhere` also within longer words.
 * @param labelOf what to write in the stead of a text, by how it was found.
 */
export function createSweep(
  texts: readonly { readonly text: string; readonly anywhere: boolean }[],
  labelOf: (found: string) => string,
): Sweep {
  const anywhere = new Set<string>();
  const words = new Set<string>();
  for (const { text, anywhere: isStrong } of texts) {
    if (isStrong && text.length >= LEAST_ANYWHERE && /\D/.test(text)) anywhere.add(text);
    else if (isWord(text)) words.add(text);
  }
  const strong = alternatives(anywhere);
  const weak = alternatives(words);
  const ofStrong = strong && new RegExp(strong, 'gi');
  const ofWeak = weak && new RegExp(`(?<![\\p{L}\\p{N}])(?:${weak})(?![\\p{L}\\p{N}])`, 'giu');
  return (text, withWords) => {
    const swept = ofStrong ? text.replace(ofStrong, labelOf) : text;
    return ofWeak && withWords ? swept.replace(ofWeak, labelOf) : swept;
  };
}

function isWord(text: string): boolean {
  if (OWN_WORDS.test(text)) return false;
  return text.length >= (/^\d+$/.test(text) ? LEAST_DIGITS : LEAST_WORD);
}

/** The longest first, so that a name is not hidden in part. */
function alternatives(texts: ReadonlySet<string>): string {
  return [...texts]
    .sort((a, b) => b.length - a.length)
    .map((text) =>
      text
        .split(/\s+/)
        .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
        .join('[\\s+]+'),
    )
    .join('|');
}
