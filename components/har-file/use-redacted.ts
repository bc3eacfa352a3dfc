import { useEffect, useState } from 'preact/hooks';
import type { Capture } from '../../lib/capture.ts';
import { type Redacted, redact } from '../../lib/har-file/redact.ts';

/** The captures as they may go out; null while they are looked through, which goes on beside the screen. */
export function useRedacted(captures: readonly Capture[]): Redacted | null {
  const [redacted, setRedacted] = useState<Redacted | null>(null);
  useEffect(() => {
    const control = new AbortController();
    redact(captures, control.signal).then(setRedacted, () => {
      // Closed before it was done: nobody waits for it.
    });
    return () => control.abort();
  }, [captures]);
  return redacted;
}
