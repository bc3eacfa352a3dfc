import { useEffect, useState } from 'preact/hooks';

/**
 * A part of the program that is loaded when it is wanted instead of before the first screen. Null until
 * it is there, which is a matter of milliseconds: it comes from the extension's own package. `load` has
 * to stay the same function; null loads nothing.
 */
export function useLoaded<T>(load: (() => Promise<T>) | null): T | null {
  const [loaded, setLoaded] = useState<T | null>(null);
  useEffect(() => {
    let stopped = false;
    void load?.().then((part) => {
      // In an object's place a function would be taken for an updater.
      if (!stopped) setLoaded(() => part);
    });
    return () => {
      stopped = true;
    };
  }, [load]);
  return loaded;
}
