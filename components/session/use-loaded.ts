import { useEffect, useState } from 'preact/hooks';

/**
 * A part of the program that is loaded beside the first screen instead of before it. Null until it is
 * there, which is a matter of milliseconds: it comes from the extension's own package.
 */
export function useLoaded<T>(load: () => Promise<T>): T | null {
  const [loaded, setLoaded] = useState<T | null>(null);
  useEffect(() => {
    let stopped = false;
    void load().then((part) => {
      // In an object's place a function would be taken for an updater.
      if (!stopped) setLoaded(() => part);
    });
    return () => {
      stopped = true;
    };
  }, [load]);
  return loaded;
}
