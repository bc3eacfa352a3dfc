import type { Header } from './exchange.ts';
import { headerValue } from './headers.ts';

/** A request whose answer sent the browser on to another address. */
export interface Redirect {
  readonly method: string;
  /** The address that was asked for. */
  readonly url: string;
  /** The whole address that `Location` names; null where it names none that a browser follows. */
  readonly to: string | null;
  /** When the request began, in ms since the epoch. */
  readonly since: number;
}

/** As much of an exchange, or of a HAR entry, as tells it. */
interface Answered {
  readonly request: { readonly method: string; readonly url: string };
  readonly response: { readonly status: number; readonly headers: readonly Header[] };
}

/** Statuses that make a browser go on to `Location` (Fetch standard, "redirect status"). */
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Where an answer sends on to; null where it is no redirect. */
export function readRedirect({ request, response }: Answered, since: number): Redirect | null {
  if (!REDIRECTS.has(response.status)) return null;
  const { method, url } = request;
  const location = headerValue(response.headers, 'location');
  const target = location && URL.canParse(location, url) ? new URL(location, url) : null;
  const to = target && /^https?:$/.test(target.protocol) ? target.href : null;
  return { method, url, to, since };
}
