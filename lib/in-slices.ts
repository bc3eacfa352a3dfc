/** How long work goes on before what waits has its turn, in ms: a frame of the screen has 16. */
const SLICE_MS = 8;

/**
 * Works through a list without holding up the page: rests between its items when a slice of time is over.
 *
 * @throws the signal's reason where that is aborted meanwhile.
 */
export async function inSlices<T>(
  items: readonly T[],
  work: (item: T, index: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  let began = performance.now();
  for (const [index, item] of items.entries()) {
    if (performance.now() - began > SLICE_MS) {
      await new Promise((resolve) => setTimeout(resolve));
      began = performance.now();
    }
    signal?.throwIfAborted();
    work(item, index);
  }
}
