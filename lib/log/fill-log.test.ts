import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Capture } from '../capture.ts';
import { type CartLog, createCartLog } from './cart-log.ts';
import { fillFrom } from './fill-log.ts';
import { FIRST_PAGE, recordedCaptures } from './recorded-captures.ts';

const NEW = recordedCaptures('cocart-4.3.6/v2-guest-lifecycle.jsonl');
const OLD = recordedCaptures('cocart-3.0.17/v2-guest-lifecycle.jsonl', FIRST_PAGE, 1_100);
const V1 = recordedCaptures('cocart-4.3.6/v1-guest-lifecycle.jsonl', FIRST_PAGE, 4_250);
const ALL = [...NEW, ...OLD, ...V1];

function stateOf(log: CartLog): string {
  const { lanes, lane, page, pageKeys, waiting } = log;
  return JSON.stringify([lanes.value, lane.value?.id, page.value, pageKeys.value, waiting.value]);
}

function logOf(captures: readonly Capture[]): CartLog {
  const log = createCartLog();
  log.add(captures);
  return log;
}

const NEVER = new AbortController().signal;

describe('a log that is filled with what was kept', () => {
  it('comes to the same picture, however it was cut, whatever is heard meanwhile', async () => {
    const expected = stateOf(logOf(ALL));
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(ALL, { minLength: ALL.length, maxLength: ALL.length }),
        fc.integer({ min: 1, max: 80 }),
        fc.integer({ min: 0, max: 3 }),
        async (shuffled, size, heard) => {
          const log = createCartLog();
          async function* parts() {
            for (let at = 0; at < shuffled.length; at += size) {
              const part = shuffled.slice(at, at + size);
              log.add(part.slice(0, heard));
              yield part;
            }
          }
          await fillFrom(log, parts(), NEVER);
          expect(stateOf(log)).toBe(expected);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('goes on showing the newest cart while older calls come in', async () => {
    const log = logOf(NEW.slice(-1));
    const shown = log.lane.value?.cart?.cause.id;
    const seen = new Set<string | undefined>();
    const stop = log.lanes.subscribe(() => seen.add(log.lane.value?.cart?.cause.id));
    await fillFrom(log, [NEW.slice(8, -1), NEW.slice(0, 8), OLD], NEVER);
    stop();
    expect(seen).toEqual(new Set([shown]));
  });

  it('holds a picture that was paused, and shows all after', async () => {
    const log = logOf(NEW.slice(-1));
    const before = stateOf(log);
    log.pause();
    await fillFrom(log, [NEW, OLD, V1], NEVER);
    expect(stateOf(log)).toBe(before);
    log.resume();
    expect(stateOf(log)).toBe(stateOf(logOf(ALL)));
  });

  it('takes nothing in any more once it was forgotten', async () => {
    const log = createCartLog();
    const forgotten = new AbortController();
    async function* parts() {
      yield OLD;
      log.forget();
      forgotten.abort();
      yield NEW;
    }
    await fillFrom(log, parts(), forgotten.signal);
    expect(log.lanes.value).toEqual([]);
  });
});
