import '../../components/theme.css';
import { render } from 'preact';
import { TimelineWithFiles } from '../../components/har-file/TimelineWithFiles.tsx';
import { createFakeHost } from '../../components/session/fake-host.ts';
import { importTimeline } from '../../lib/har-file/imported.ts';
import { readByWorker } from '../../lib/har-file/read-by-worker.ts';
import { createCartLog } from '../../lib/log/cart-log.ts';
import { harOf } from '../har-of.ts';

/** What importing a large file takes. */
export interface ImportTimes {
  /** Calls of CoCart in it. */
  readonly calls: number;
  /** From the choice of the file until all of it is read, in ms. */
  readonly reading: number;
  /** The longest task of the page meanwhile, in ms; 0 where none took 50. */
  readonly longest: number;
  /** From there to the second frame of its timeline, in ms. */
  readonly opening: number;
}

/** Where the page finds the worker (`startBenchBrowser`). */
const WORKER = '/har-worker.js';

let prepared: File | null = null;

/** Makes a HAR of so many bytes of these recorded entries. Its making leaves much behind to be collected. */
export function prepareImport(entries: readonly string[], bytes: number): void {
  prepared = harOf(entries, bytes);
}

/** Imports the prepared HAR, and shows its timeline. */
export async function timeImport(): Promise<ImportTimes> {
  const root = document.getElementById('app');
  if (!root || !prepared) throw new Error('the page has no place for the panel, or no file');
  const file = prepared;
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  observer.observe({ type: 'longtask' });
  const began = performance.now();
  const imported = await importTimeline(
    file,
    { signal: new AbortController().signal, onProgress: () => {} },
    (blob, options) => readByWorker(new Worker(WORKER), blob, options),
  );
  const reading = performance.now() - began;
  await rest();
  observer.disconnect();
  const read = performance.now();
  render(
    <TimelineWithFiles
      log={createCartLog()}
      host={createFakeHost()}
      money="formatted"
      onMoneyChange={() => {}}
      onPlan={() => {}}
      imported={imported}
      onImported={() => {}}
    />,
    root,
  );
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  const opening = performance.now() - read;
  if (!root.querySelector('.call')) throw new Error('the timeline shows no call');
  // Its calls are read for searching after it is shown, and belong to what it keeps.
  await until(() => !/being read/.test(root.querySelector('.find-count')?.textContent ?? ''));
  return { calls: imported.summary.calls, reading, longest, opening };
}

/** Long tasks are told after they are over. */
function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 200));
}

async function until(done: () => boolean): Promise<void> {
  do await rest();
  while (!done());
}
