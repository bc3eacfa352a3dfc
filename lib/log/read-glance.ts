import type { Capture, SeenPage } from '../capture.ts';
import type { FoundKey } from '../found-key.ts';
import type { FrontEnd } from '../front-end.ts';
import { type Glance, type GlanceSign, glanceSchema, type Observing } from '../glance.ts';
import { readSession } from '../session/read-session.ts';
import { readSigns } from '../session/signs.ts';
import { type CartLog, createCartLog } from './cart-log.ts';
import { cartWithCurrency, type Lane } from './lane.ts';

/** What the background knows beside what was captured. */
interface GlanceFacts {
  readonly observing: Observing;
  /** Stores said to stand behind front ends. */
  readonly frontEnds: readonly FrontEnd[];
}

/**
 * What a popup shows of a tab, from the captures kept of it, the page in front, the keys found at rest,
 * and what is known beside. The schema cuts every lane down to what travels.
 */
export function readGlance(
  captures: readonly Capture[],
  page: SeenPage | null,
  keys: readonly FoundKey[],
  { observing, frontEnds }: GlanceFacts,
): Glance {
  const log = createCartLog();
  log.setFrontEnds(frontEnds);
  if (page) log.setPage(page);
  log.add(captures);
  log.setRestingKeys(keys);
  const first = log.lane.value;
  const rest = log.lanes.value.filter((lane) => lane !== first);
  const lanes = first ? [first, ...rest] : [];
  const shown = lanes.map((lane) => {
    const cart = cartWithCurrency(lane);
    return { ...lane, cart: cart && lane.cart && { ...lane.cart, cart } };
  });
  const signs = lanes.flatMap((lane) => {
    const sign = signOf(lane, log, keys);
    return sign ? [[lane.id, sign] as const] : [];
  });
  return glanceSchema.parse({
    page: log.page.value,
    lanes: shown,
    signs: Object.fromEntries(signs),
    observing,
  });
}

function signOf(lane: Lane, log: CartLog, keys: readonly FoundKey[]): GlanceSign | undefined {
  const calls = log.callsOf(lane.id);
  // What was found at rest may be another since a call of the page that came later.
  const heard = calls.findLast(({ sender }) => sender === 'page')?.answeredAt ?? 0;
  const resting = keys.filter(({ asOf }) => asOf >= heard);
  const site = {
    pageUrl: log.page.value?.url ?? null,
    storeUrl: lane.address.namespace === '' ? null : lane.address.restRoot,
    homeUrl: lane.store?.homeUrl ?? null,
  };
  return readSigns(readSession({ lane, calls, resting, site, now: Date.now() }))[0];
}
