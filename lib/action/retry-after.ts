import type { Header } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';

/** The longest that an act waits by itself before a write goes out once more, in ms. */
export const LONGEST_WAIT_MS = 60_000;

/** How long a store said to wait, in ms; null where it did not say. */
export function retryAfterMs(headers: readonly Header[], now: number): number | null {
  const value = retryValue(headers);
  if (value === null) return null;
  if (/^\d{1,7}$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/**
 * When a store said to come back, in words: `in 30 s`, `at 10:31:00`; empty where it did not say.
 * `Retry-After` is seconds or an HTTP date; CoCart's own limiter sends `RateLimit-Retry-After`, in seconds.
 */
export function retryText(headers: readonly Header[]): string {
  const value = retryValue(headers);
  if (value === null) return '';
  if (/^\d{1,7}$/.test(value)) return `in ${Number(value)} s`;
  const at = Date.parse(value);
  return Number.isNaN(at) ? '' : `at ${new Date(at).toLocaleTimeString()}`;
}

function retryValue(headers: readonly Header[]): string | null {
  const value =
    headerValue(headers, 'retry-after') ?? headerValue(headers, 'ratelimit-retry-after');
  return value?.trim() || null;
}
