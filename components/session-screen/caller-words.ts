import type { Caller } from '../../lib/log/caller.ts';

/** Who made a call, in words: `by a frame or page of https://pay.example`. */
export function callerWords(caller: Caller): string {
  switch (caller.is) {
    case 'page':
      return 'by the page, or a frame of its origin';
    case 'elsewhere':
      return `by a frame or page of ${caller.origin}`;
    case 'sandboxed':
      return 'by a sandboxed frame';
    case 'unknown':
      return caller.origin === null ? 'by some frame' : `by a page or frame of ${caller.origin}`;
    case 'extension':
      return 'asked for here';
  }
}

/** The same where it is not the page's own call: there it is worth a word beside each call. */
export function otherCallerWords(caller: Caller | null): string | null {
  return caller === null || caller.is === 'page' ? null : callerWords(caller);
}
