import type { Exchange } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';
import { originOf } from '../http/origin-of.ts';

/** Who made a call. DevTools name no frame, so what the call itself carries is all there is to go by. */
export type Caller =
  /** The page, or a frame of its own origin: those two are not told apart. */
  | { readonly is: 'page'; readonly origin: string }
  /** Another origin than the page's: a frame, or a page of a sub-domain. */
  | { readonly is: 'elsewhere'; readonly origin: string }
  /** A document without an origin: a sandboxed frame, or one of `data:`. */
  | { readonly is: 'sandboxed' }
  /** Some frame: nothing was told, or not which page it would have to be compared with. */
  | { readonly is: 'unknown'; readonly origin: string | null }
  | { readonly is: 'extension' };

/** What a header, or several, tell of the document that made a call; undefined where they do not. */
interface CallerRule {
  readonly by: string;
  readonly tell: (request: Exchange['request']) => string | undefined;
}

/**
 * What tells the origin of a call's document, best first. The word `null` is how a browser names the
 * origin of a document that has none.
 */
export const CALLER_RULES: readonly CallerRule[] = [
  // Fetch: on every call to another origin, and on every one that is neither GET nor HEAD.
  {
    by: 'Origin',
    tell: ({ headers }) => {
      const origin = headerValue(headers, 'origin');
      return origin === 'null' ? origin : webOrigin(origin);
    },
  },
  // Referrer Policy: whole within an origin, cut to the origin beyond it, unless the page says otherwise.
  {
    by: 'Referer',
    tell: ({ headers }) => webOrigin(headerValue(headers, 'referer')),
  },
  // Fetch Metadata: `same-origin` is the origin that is called; for pages that send no Referer.
  {
    by: 'Sec-Fetch-Site',
    tell: ({ headers, url }) =>
      headerValue(headers, 'sec-fetch-site') === 'same-origin' ? webOrigin(url) : undefined,
  },
];

/** Who made a call, as far as that can be told. `pageUrl` is the tab's page; null where it is not known. */
export function callerOf({ sender, request }: Exchange, pageUrl: string | null): Caller {
  if (sender === 'extension') return { is: 'extension' };
  const told = firstTold(request);
  if (told === 'null') return { is: 'sandboxed' };
  const page = webOrigin(pageUrl);
  if (told === undefined || page === undefined) return { is: 'unknown', origin: told ?? null };
  return { is: told === page ? 'page' : 'elsewhere', origin: told };
}

function firstTold(request: Exchange['request']): string | undefined {
  for (const { tell } of CALLER_RULES) {
    const told = tell(request);
    if (told !== undefined) return told;
  }
  return undefined;
}

function webOrigin(url: string | null): string | undefined {
  return url !== null && /^https?:/i.test(url) ? (originOf(url) ?? undefined) : undefined;
}
