import { StoreText } from '../ui/StoreText.tsx';

interface MarkedProps {
  readonly text: string;
  /** Lower-case words that were searched for. */
  readonly words: readonly string[];
}

/** More hits than that in one text are not marked. */
const MOST = 40;

/** A text with every word that was searched for marked in it. */
export function Marked({ text, words }: MarkedProps) {
  const parts = words.length === 0 ? [] : cut(text, words);
  if (parts.length < 2) return <StoreText text={text} />;
  return (
    <bdi>{parts.map((part, at) => (at % 2 === 1 ? <mark key={`${at}`}>{part}</mark> : part))}</bdi>
  );
}

/** The text in turns: what is not marked, what is. */
function cut(text: string, words: readonly string[]): readonly string[] {
  const lower = text.toLowerCase();
  const parts: string[] = [];
  let from = 0;
  while (parts.length < MOST * 2) {
    const hit = nextHit(lower, words, from);
    if (!hit) break;
    parts.push(text.slice(from, hit.at), text.slice(hit.at, hit.end));
    from = hit.end;
  }
  return [...parts, text.slice(from)];
}

function nextHit(text: string, words: readonly string[], from: number) {
  let hit: { readonly at: number; readonly end: number } | null = null;
  for (const word of words) {
    const at = text.indexOf(word, from);
    if (at >= 0 && (!hit || at < hit.at)) hit = { at, end: at + word.length };
  }
  return hit;
}
