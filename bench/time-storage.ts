import { collectStorage } from '../lib/browser/collect-storage.ts';
import { CART_NAME, CART_VALUE, STORAGE_LIMITS } from '../lib/site-data.ts';
import { STORAGE_NAMES } from '../lib/store-search/page-clues.ts';
import { median } from './interleave.ts';

/** What one look through a page's storages took, and what it found. */
export interface StorageTimes {
  /** Median in ms. */
  readonly ms: number;
  readonly total: number;
  /** Names of the entries that were taken along. */
  readonly found: readonly string[];
  /** Whether the storages are afterwards as they were before. */
  readonly untouched: boolean;
}

const RUNS = 9;

/** Fills both storages of this page with so many entries in all, looks through them, and empties them. */
export function timeStorage(entries: number): StorageTimes {
  const areas = [localStorage, sessionStorage];
  for (const [at, area] of areas.entries()) {
    for (let own = 0; own < entries / areas.length; own += 1) {
      area.setItem(`app:${at}:entry:${own}`, JSON.stringify({ id: own, text: 'x'.repeat(150) }));
    }
  }
  localStorage.setItem('cart_key', 'b9a6be79298ac1eb1eb00f3ea4df3c');
  sessionStorage.setItem('last of all', 'eyJhbGciOiJI.eyJzdWIiOiIxIn0.sig');
  const before = JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);
  const times: number[] = [];
  let found: readonly string[] = [];
  let total = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now();
    const reading = collectStorage(STORAGE_NAMES, CART_NAME, CART_VALUE, STORAGE_LIMITS);
    times.push(performance.now() - started);
    found = reading.entries.map(({ name }) => name);
    total = reading.total;
  }
  const untouched = JSON.stringify([{ ...localStorage }, { ...sessionStorage }]) === before;
  for (const area of areas) area.clear();
  return { ms: median(times), total, found, untouched };
}
