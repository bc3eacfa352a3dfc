import type { Cart } from '../cart/cart.ts';
import type { Reading } from '../cocart/reading.ts';
import type { Outcome } from '../outcome.ts';
import { succeed } from '../outcome.ts';
import { ofVersion } from './load-options.ts';
import type { LoadCase } from './load-rules.ts';
import { type BrowserSession, type Loader, readSessionCart, readWanted } from './loader.ts';

/** The two carts of a loading, and what is known of it since they were read. */
export interface BothCarts {
  /** By CoCart's version as the answers told it. */
  readonly found: LoadCase;
  /** The cart under the key; null for a customer's, which is not read by its key. */
  readonly wanted: Cart | null;
  /** The cart that the browser has; null where it has none. */
  readonly own: Cart | null;
}

/**
 * Reads both carts, and with them the version that what may be lost depends on: before a call of v2 was
 * answered, nothing has told it.
 */
export async function readBoth(
  unread: LoadCase,
  session: BrowserSession,
  loader: Loader,
): Promise<Outcome<BothCarts>> {
  const own = await readSessionCart(unread.request, session, loader);
  if (own && !own.ok) return own;
  // Last, so that screens which show the newest cart show the one that was asked for.
  const wanted = await readWanted(unread.request, loader);
  if (wanted && !wanted.ok) return wanted;
  const answers = [wanted, own].flatMap((one) => (one ? [one.value.reading] : []));
  const told = answers.find(({ version }) => version !== null)?.version ?? null;
  const version = told ?? unread.request.version;
  return succeed({
    found: {
      ...unread,
      request: ofVersion(unread.request, version),
      lines: wanted?.value.cart.lines?.length ?? null,
      isUntold: version === null && !answers.some(isBefore42),
    },
    wanted: wanted?.value.cart ?? null,
    own: own?.value.cart ?? null,
  });
}

/** `X-CoCart-API` is sent up to 4.1, and by no later version: 3.0 tells its version in no cart's answer. */
function isBefore42({ sightings }: Reading): boolean {
  return sightings.some(
    ({ source, name }) => source === 'response-header' && name.toLowerCase() === 'x-cocart-api',
  );
}
