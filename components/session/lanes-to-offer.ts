import type { GlanceLane } from '../../lib/glance.ts';

/** Lanes worth offering: those with a cart or the key of one, and the one on the screen. */
export function lanesToOffer(
  lanes: readonly GlanceLane[],
  shown: GlanceLane,
): readonly GlanceLane[] {
  return lanes.filter((lane) => lane.cart || lane.unread || lane.id === shown.id);
}
