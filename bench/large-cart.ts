import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readRecording } from '../lib/cocart/recordings/read-recording.ts';
import type { Exchange } from '../lib/http/exchange.ts';

const FILE = '../lib/cocart/recordings/cocart-4.3.6/large-cart.jsonl';

/** A recorded answer of the large cart, 232 lines. */
export interface LargeCart {
  /** `large cart, v2` */
  readonly step: string;
  readonly exchange: Exchange;
  /** Its body. */
  readonly text: string;
}

/** The large cart by v2 and by v1, and the same cart changed. */
export function readLargeCarts(): readonly LargeCart[] {
  const lines = readFileSync(fileURLToPath(new URL(FILE, import.meta.url)), 'utf8').split('\n');
  return lines.flatMap((line) => {
    const recording = readRecording(line);
    const text = recording?.exchange.response.body.text;
    if (!recording || !text) return [];
    return [{ step: recording.step ?? '', exchange: recording.exchange, text }];
  });
}

/**
 * The large cart by v2 before and after the change.
 *
 * @throws Error when the recording does not hold them.
 */
export function readChangedCart(): readonly [before: LargeCart, after: LargeCart] {
  const [before, after] = readLargeCarts().filter(({ step }) => step.endsWith('v2'));
  if (!before || !after) throw new Error('the recording lacks the large cart or its change');
  return [before, after];
}
