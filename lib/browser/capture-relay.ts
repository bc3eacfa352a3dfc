import type { Capture } from '../capture.ts';

type Listener = (captures: readonly Capture[]) => void;

/** Hands on what is heard; what nobody was there to hear waits for the first who is. */
export interface CaptureRelay {
  tell(captures: readonly Capture[]): void;
  /** Returns the way to stop. */
  listen(listener: Listener): () => void;
}

export function createCaptureRelay(): CaptureRelay {
  const listeners = new Set<Listener>();
  const early: Capture[] = [];
  return {
    tell(captures) {
      // Only until someone listens: bodies kept here are beyond the limits of the log.
      if (listeners.size === 0) early.push(...captures);
      for (const listener of listeners) listener(captures);
    },
    listen(listener) {
      listeners.add(listener);
      const waiting = early.splice(0);
      if (waiting.length > 0) queueMicrotask(() => listener(waiting));
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
