import type { Capture } from '../capture.ts';
import { inSlices } from '../in-slices.ts';
import type { HiddenCounts } from './hiding.ts';
import { createSecrets } from './secrets.ts';
import { mapCapture } from './walk-exchange.ts';

/** Captures as they may leave the panel. */
export interface Redacted {
  readonly captures: readonly Capture[];
  readonly hidden: HiddenCounts;
}

/**
 * Takes out of captures what opens a cart, signs somebody in or tells who somebody is, wherever it
 * stands, in whatever coding: all is read once to learn what is secret, and then written anew. The same
 * secret is called the same everywhere, so that carts, people and changes are still told apart.
 *
 * @throws the signal's reason where that is aborted meanwhile.
 */
export async function redact(
  captures: readonly Capture[],
  signal?: AbortSignal,
): Promise<Redacted> {
  const inOrder = captures.toSorted((a, b) => a.exchange.startedAt - b.exchange.startedAt);
  const secrets = createSecrets();
  await inSlices(inOrder, (capture) => mapCapture(capture, secrets.note), signal);
  const { hide, counts } = secrets.seal();
  const redacted: Capture[] = [];
  await inSlices(inOrder, (capture) => redacted.push(mapCapture(capture, hide)), signal);
  return { captures: redacted, hidden: counts() };
}
