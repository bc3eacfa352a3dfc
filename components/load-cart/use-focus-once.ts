import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * Gives an element the keyboard when it comes: the button that was pressed for it is gone, and the
 * keyboard would be nowhere. Chromium's DevTools would then take Escape for themselves.
 */
export function useFocusOnce<T extends HTMLElement>(): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => {
    // A person who is typing somewhere else stays there.
    const { activeElement } = document;
    if (activeElement instanceof HTMLInputElement) return;
    element.current?.focus();
  }, []);
  return element;
}
