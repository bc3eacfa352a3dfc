import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaptureIndex, IncomingEntry } from './capture-index.ts';
import { addToIndex, EMPTY_INDEX, forgetInIndex } from './capture-index.ts';

function entry(id: string, bodyBytes: Record<string, number> = {}, tabId = 1): IncomingEntry {
  return { id, tabId, bytes: 100, bodies: Object.keys(bodyBytes), bodyBytes };
}

/** What an index says that is kept, bodies and records with their share of the index. */
function bytesOf({ entries, bodies }: CaptureIndex): number {
  const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
  return sum(entries.map(({ bytes }) => bytes + 200)) + sum(Object.values(bodies));
}

describe('addToIndex', () => {
  it('counts equal bodies once', () => {
    const { index, newBodies } = addToIndex(
      EMPTY_INDEX,
      [entry('a', { same: 5_000 }), entry('b', { same: 5_000 })],
      6_000,
    );
    expect(index.entries.map(({ bodies }) => bodies)).toEqual([['same'], ['same']]);
    expect([...newBodies]).toEqual(['same']);
    expect(bytesOf(index)).toBe(5_600);
  });

  it('drops the oldest bodies first and keeps their records', () => {
    const before = addToIndex(
      EMPTY_INDEX,
      [entry('a', { x: 3_000 }), entry('b', { y: 3_000 })],
      9_000,
    );
    const step = addToIndex(before.index, [entry('c', { z: 3_000 })], 8_000);
    expect(step.goneBodies).toEqual(['x']);
    expect(step.goneRecords).toEqual([]);
    expect(step.index.entries.map(({ id, bodies }) => [id, ...bodies])).toEqual([
      ['a'],
      ['b', 'y'],
      ['c', 'z'],
    ]);
    expect(step.index.dropped).toEqual({ 1: { bodies: 1, captures: 0, bytes: 3_000 } });
  });

  it('drops the bodies of spared ones last, and still keeps within its bytes', () => {
    const all = ['a', 'b', 'c'].map((id) => entry(id, { [`body of ${id}`]: 3_000 }));
    const bodies = (most: number) =>
      addToIndex(EMPTY_INDEX, all, most, new Set(['a'])).index.entries.flatMap((one) => one.bodies);
    expect(bodies(7_500)).toEqual(['body of a', 'body of c']);
    expect(bodies(4_500)).toEqual(['body of a']);
    expect(bodies(2_000)).toEqual([]);
  });

  it('drops whole records when no body is left to drop', () => {
    const { index } = addToIndex(EMPTY_INDEX, [entry('a'), entry('b', {}, 2), entry('c')], 700);
    expect(index.entries.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(index.dropped).toEqual({ 1: { bodies: 0, captures: 1, bytes: 300 } });
  });

  it('lets a body that could never be kept push out nothing else', () => {
    const before = addToIndex(EMPTY_INDEX, [entry('a', { x: 3_000 })], 9_000);
    const step = addToIndex(before.index, [entry('b', { huge: 90_000 })], 9_000);
    expect(step.index.entries.map(({ id, bodies }) => [id, ...bodies])).toEqual([
      ['a', 'x'],
      ['b'],
    ]);
    expect(step.newBodies.size).toBe(0);
  });

  it('passes over what is already kept', () => {
    const before = addToIndex(EMPTY_INDEX, [entry('a', { x: 10 })], 9_000);
    const step = addToIndex(before.index, [entry('a', { x: 10 }), entry('b')], 9_000);
    expect(step.added.map(({ id }) => id)).toEqual(['b']);
    expect(step.index.entries).toHaveLength(2);
  });

  it('stays within its bytes and consistent, whatever comes', () => {
    const incoming = fc.record({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      tabId: fc.integer({ min: 1, max: 3 }),
      bytes: fc.integer({ min: 0, max: 2_000 }),
      bodyBytes: fc.dictionary(fc.constantFrom('p', 'q', 'r', 's'), fc.constantFrom(500, 3_000), {
        maxKeys: 2,
      }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(incoming, { maxLength: 5 }), { maxLength: 8 }), (batches) => {
        let index = EMPTY_INDEX;
        const stored = new Set<string>();
        for (const batch of batches) {
          const entries = batch.map((one) => ({
            ...one,
            // A digest stands for one text, so its length never differs.
            bodyBytes: Object.fromEntries(
              Object.keys(one.bodyBytes).map((name) => [name, name < 'r' ? 500 : 3_000]),
            ),
            bodies: Object.keys(one.bodyBytes),
          }));
          const step = addToIndex(index, entries, 8_000);
          for (const digest of step.goneBodies) stored.delete(digest);
          for (const digest of step.newBodies) stored.add(digest);
          index = step.index;
        }
        expect(bytesOf(index)).toBeLessThanOrEqual(8_000);
        const used = new Set(index.entries.flatMap(({ bodies }) => bodies));
        expect([...used].sort()).toEqual(Object.keys(index.bodies).sort());
        expect([...stored].sort()).toEqual([...used].sort());
      }),
    );
  });
});

describe('forgetInIndex', () => {
  it('takes a tab out and leaves what another tab shares', () => {
    const { index } = addToIndex(
      EMPTY_INDEX,
      [entry('a', { shared: 10, own: 10 }), entry('b', { shared: 10 }, 2)],
      9_000,
    );
    const step = forgetInIndex(index, 1, () => true);
    expect(step.goneRecords).toEqual(['a']);
    expect(step.goneBodies).toEqual(['own']);
    expect(step.index.entries.map(({ id }) => id)).toEqual(['b']);
  });

  it('takes some of a tab out, and no other tab’s', () => {
    const all = [entry('a', { x: 10 }), entry('b'), entry('c', {}, 2)];
    const { index } = addToIndex(EMPTY_INDEX, all, 9_000);
    const step = forgetInIndex(index, 1, (id) => id !== 'b');
    expect(step.goneRecords).toEqual(['a']);
    expect(step.index.entries.map(({ id }) => id)).toEqual(['b', 'c']);
  });
});
