import type { GlanceLane } from '../../lib/glance.ts';

/** Lanes worth offering: those with a cart, and the one on the screen. */
export function lanesToOffer(
  lanes: readonly GlanceLane[],
  shown: GlanceLane,
): readonly GlanceLane[] {
  return lanes.filter((lane) => lane.cart !== null || lane.id === shown.id);
}
