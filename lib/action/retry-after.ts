import type { Header } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';

/**
 * When a store said to come back, in words: `in 30 s`, `at 10:31:00`; empty where it did not say.
 * `Retry-After` is seconds or an HTTP date; CoCart's own limiter sends `RateLimit-Retry-After`, in seconds.
 */
export function retryText(headers: readonly Header[]): string {
  const value =
    headerValue(headers, 'retry-after') ?? headerValue(headers, 'ratelimit-retry-after');
  if (!value) return '';
  if (/^\d{1,7}$/.test(value.trim())) return `in ${Number(value)} s`;
  const at = Date.parse(value);
  return Number.isNaN(at) ? '' : `at ${new Date(at).toLocaleTimeString()}`;
}
