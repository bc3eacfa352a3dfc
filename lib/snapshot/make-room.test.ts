import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, makeRoom } from './make-room.ts';

const kept = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    automatic: fc.boolean(),
    at: fc.nat(1000),
    bytes: fc.integer({ min: 1, max: 50 }),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
);

describe('room for a snapshot', () => {
  it('is made by the oldest automatic ones, and no more of them than it takes', () => {
    fc.assert(
      fc.property(kept, fc.nat(60), fc.nat(200), (all, bytes, most) => {
        const gone = makeRoom(all, bytes, most);
        const held = (without: readonly string[]) =>
          all
            .filter(({ id }) => !without.includes(id))
            .reduce((sum, one) => sum + one.bytes, bytes);
        const automatic = all.filter((one) => one.automatic).map(({ id }) => id);
        if (gone === null) {
          expect(held(automatic)).toBeGreaterThan(most);
          return;
        }
        expect(held(gone)).toBeLessThanOrEqual(most);
        expect(automatic).toEqual(expect.arrayContaining([...gone]));
        if (gone.length > 0) expect(held(gone.slice(0, -1))).toBeGreaterThan(most);
        const age = (id: string) => all.find((one) => one.id === id)?.at ?? 0;
        const oldestLeft = Math.min(...automatic.filter((id) => !gone.includes(id)).map(age));
        for (const id of gone) expect(age(id)).toBeLessThanOrEqual(oldestLeft);
      }),
    );
  });

  it('is counted in bytes, not in characters', () => {
    expect(bytesOf('ü')).toBe(4);
  });
});
