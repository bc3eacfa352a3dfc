import type { Capture } from '../capture.ts';
import type { Call } from '../log/call.ts';
import type { Effect } from './effect.ts';
import type { BatchPart } from './timeline-row.ts';

/** Characters of a body that can be searched for. */
const MOST_OF_BODY = 1_000_000;

/** Everything of a call that its words are looked for in. */
export function callText(
  call: Call,
  effect: Effect,
  parts: readonly (BatchPart | null)[],
  capture: Capture | null,
): string {
  const { label, call: name, status, error, message, api, address } = call;
  const exchange = capture?.exchange;
  return [
    ...[label, name, status, api, address.origin, error?.code, error?.message, message],
    ...[effect.words, effect.amount, effect.lost],
    ...parts.map((part) => part?.label),
    ...[decoded(exchange?.request.url ?? ''), bodyOf(exchange?.request.body.text)],
    bodyOf(exchange?.response.body.text),
  ]
    .filter((part) => part !== null && part !== undefined)
    .join('\n');
}

function bodyOf(text: string | null | undefined): string {
  return text?.slice(0, MOST_OF_BODY) ?? '';
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
