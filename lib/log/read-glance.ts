import type { Capture, SeenPage } from '../capture.ts';
import type { FoundKey } from '../found-key.ts';
import type { FrontEnd } from '../front-end.ts';
import { type Glance, glanceSchema } from '../glance.ts';
import { createCartLog } from './cart-log.ts';
import { cartWithCurrency } from './lane.ts';

/**
 * What a popup shows of a tab, from the captures kept of it, the page in front, the keys found at rest
 * and the stores said to stand behind front ends. The schema cuts every lane down to what travels.
 */
export function readGlance(
  captures: readonly Capture[],
  page: SeenPage | null,
  keys: readonly FoundKey[],
  frontEnds: readonly FrontEnd[] = [],
): Glance {
  const log = createCartLog();
  log.setFrontEnds(frontEnds);
  if (page) log.setPage(page);
  log.add(captures);
  log.setRestingKeys(keys);
  const first = log.lane.value;
  const rest = log.lanes.value.filter((lane) => lane !== first);
  const lanes = (first ? [first, ...rest] : []).map((lane) => {
    const cart = cartWithCurrency(lane);
    return { ...lane, cart: cart && lane.cart && { ...lane.cart, cart } };
  });
  return glanceSchema.parse({ page: log.page.value, lanes });
}
