import { useEffect, useState } from 'preact/hooks';
import { type SearchHits, searchJson } from '../../lib/json/json-search.ts';

/** Longest piece of searching between two frames, in ms. */
const SLICE = 8;

/** Hits of a text in a JSON value; null while it is searching or when there is nothing to search for. */
export function useJsonSearch(value: unknown, text: string): SearchHits | null {
  const [found, setFound] = useState<SearchHits | null>(null);
  useEffect(() => {
    setFound(null);
    if (text === '') return;
    const search = searchJson(value, text);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const work = () => {
      const until = performance.now() + SLICE;
      let step = search.next();
      while (!step.done && performance.now() < until) step = search.next();
      if (step.done) setFound(step.value);
      else timer = setTimeout(work);
    };
    timer = setTimeout(work);
    return () => clearTimeout(timer);
  }, [value, text]);
  return found;
}
