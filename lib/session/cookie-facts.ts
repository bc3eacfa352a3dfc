import type { BrowserCookie } from '../site-data.ts';
import { candidateSites, type MadeFor, madeFor, type SiteFacts } from './cookie-site.ts';
import { type CookieKind, type CookieValue, readCookieValue } from './cookie-value.ts';

/** A cookie that has to do with a cart, explained. */
export interface CookieRow {
  readonly cookie: BrowserCookie;
  /** The name, cut where it is too long to be shown. */
  readonly name: string;
  readonly said: CookieValue;
  /** Null for cookies that WordPress does not name by a site. */
  readonly madeFor: MadeFor | null;
  /** What is odd about it, its value's doubts first. */
  readonly doubts: readonly string[];
}

const BY_SITE: ReadonlySet<CookieKind> = new Set([
  'cocart-session',
  'woocommerce-session',
  'wordpress-login',
]);

const ORDER: readonly CookieKind[] = [
  ...(['cocart-session', 'woocommerce-session', 'front-end-key', 'wordpress-login'] as const),
  ...(['items-in-cart', 'cart-hash', 'token', 'looks-like-key'] as const),
];

/** Longer names are cut on the screen. */
const MAX_NAME = 120;

/** Every cookie that has to do with a cart, explained: sessions first. All others are left out. */
export function readCookieRows(
  cookies: readonly BrowserCookie[],
  facts: SiteFacts,
  now: number,
): readonly CookieRow[] {
  const candidates = candidateSites(facts);
  const names = new Map<string, number>();
  for (const { name } of cookies) names.set(name, (names.get(name) ?? 0) + 1);
  const rows = cookies.flatMap((cookie): CookieRow[] => {
    const said = readCookieValue(cookie.name, cookie.value, cookie.cut);
    if (said.kind === 'other') return [];
    return [
      {
        cookie,
        name: cookie.name.slice(0, MAX_NAME),
        said,
        madeFor: BY_SITE.has(said.kind) ? madeFor(cookie.name, facts, candidates) : null,
        doubts: [...said.doubts, ...oddities(cookie, said, names.get(cookie.name) ?? 1, now)],
      },
    ];
  });
  return rows.toSorted((a, b) => ORDER.indexOf(a.said.kind) - ORDER.indexOf(b.said.kind));
}

function oddities(cookie: BrowserCookie, said: CookieValue, twins: number, now: number): string[] {
  const doubts: string[] = [];
  if (twins > 1) {
    doubts.push(
      `There are ${twins} cookies of this name, for different domains, paths or pages: where several are sent, PHP reads the first.`,
    );
  }
  if (said.expiresAt !== null && said.expiresAt <= now) {
    doubts.push('By what it says itself its time is over.');
  }
  if (cookie.sameSite === 'none' && !cookie.secure) {
    doubts.push('It is SameSite=None without Secure: browsers refuse that today.');
  }
  return doubts;
}
