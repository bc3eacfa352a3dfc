import { useEffect, useState } from 'preact/hooks';

/** Events of a person coming back to the screen. */
const RETURNS = ['pointerover', 'focusin', 'keydown', 'visibilitychange'] as const;

/** More often than this nothing in words would change. */
const AT_MOST_EVERY_MS = 1_000;

/**
 * The time for the ages on a screen. No timer runs: it is read again whenever the screen is drawn
 * anew, and when a person comes back to it (pointer, focus, key, tab in front). In between `Moment`
 * takes away words that are no longer true.
 */
export function useNow(): number {
  const [, setReadAt] = useState(0);
  useEffect(() => {
    let last = 0;
    const look = () => {
      const at = Date.now();
      if (document.hidden || at - last < AT_MOST_EVERY_MS) return;
      last = at;
      setReadAt(at);
    };
    for (const event of RETURNS) document.addEventListener(event, look, { passive: true });
    window.addEventListener('focus', look);
    return () => {
      for (const event of RETURNS) document.removeEventListener(event, look);
      window.removeEventListener('focus', look);
    };
  }, []);
  return Date.now();
}
