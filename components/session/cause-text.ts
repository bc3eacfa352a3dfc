import type { GlanceCall } from '../../lib/glance.ts';

/** A call as the cause of something: `POST cart/add-item`, or a person's own reading of it. */
export function causeText(call: GlanceCall): string {
  return call.sender === 'extension' ? `${call.label} (asked for here)` : call.label;
}
