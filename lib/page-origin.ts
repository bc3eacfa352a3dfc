import type { Capture } from './capture.ts';
import { headerValue } from './http/headers.ts';
import { originOf } from './http/origin-of.ts';

/**
 * The site that a capture was made on: by its page, or by the request itself, for DevTools that were
 * opened late may not know the page's address. Null where neither tells.
 */
export function pageOriginOf({ page, exchange }: Capture): string | null {
  const { headers } = exchange.request;
  const told = page.url ?? headerValue(headers, 'origin') ?? headerValue(headers, 'referer');
  return told !== null && /^https?:/.test(told) ? originOf(told) : null;
}
