/** A piece of work; what it returns is kept, so that no compiler can leave it out. */
export type Work = () => unknown;

/** Medians in ms, one for each piece of work, in their order. */
export type Medians = readonly number[];

interface Options {
  /** Runs that count. */
  readonly runs: number;
  /** Runs before, so that the compiler has seen the work. */
  readonly warmUp: number;
  /** Times the whole is repeated: the least disturbed round counts. */
  readonly rounds: number;
}

/** Median of 200, as the numbers to hold are stated. */
export const MEDIAN_OF_200: Options = { runs: 200, warmUp: 100, rounds: 3 };

/**
 * Times pieces of work in turns, so that what disturbs the machine disturbs all alike. Of several
 * rounds the one that took least in all counts: another program can only add time.
 */
export function interleave(works: readonly Work[], { runs, warmUp, rounds }: Options): Medians {
  const results = Array.from({ length: rounds }, () => {
    for (let run = 0; run < warmUp; run += 1) for (const work of works) keep(work());
    const times: number[][] = works.map(() => []);
    for (let run = 0; run < runs; run += 1) {
      for (const [index, work] of works.entries()) {
        const started = performance.now();
        const made = work();
        times[index]?.push(performance.now() - started);
        keep(made);
      }
    }
    return times.map(median);
  });
  const sum = (medians: Medians) => medians.reduce((total, ms) => total + ms, 0);
  return results.reduce((least, medians) => (sum(medians) < sum(least) ? medians : least));
}

/** The middle of some numbers; of an even count the mean of the two. NaN of none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  const lower = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  return (upper + lower) / 2;
}

let kept: unknown = null;

function keep(made: unknown): void {
  kept = made;
}

/** What was made last; asking for it keeps the work alive. */
export function lastMade(): unknown {
  return kept;
}
