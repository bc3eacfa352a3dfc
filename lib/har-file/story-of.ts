import type { Capture } from '../capture.ts';
import { compareCarts } from '../cart/compare-carts.ts';
import { readExchange } from '../cocart/read-exchange.ts';
import { readHarFile } from './read-har-file.ts';

/*
 * For tests: what calls tell, and a file read back.
 */

/** What a timeline says of calls, without what is hidden. */
export function storyOf(captures: readonly Capture[]) {
  const readings = captures.map(({ exchange }) => readExchange(exchange));
  const carts = readings.flatMap(({ cart }) => cart ?? []);
  const owners = [...new Set(carts.map(({ key }) => key))];
  return {
    calls: readings.map(({ call, kind, status, error, api, address, times }) => ({
      ...{ call, kind, status, code: error?.code, api, address, times },
    })),
    methods: captures.map(({ exchange }) => exchange.request.method),
    times: captures.map(({ exchange }) => [exchange.startedAt, exchange.durationMs]),
    amounts: carts.map(({ totals, lines }) => [
      totals,
      lines?.map(({ itemKey, quantity, price, total, name }) => [
        ...[itemKey, quantity, price, total, name],
      ]),
    ]),
    whose: carts.map(({ key, owner }) => [owners.indexOf(key), owner]),
    sightings: readings.map(({ sightings }) => sightings.map(({ source, name }) => [source, name])),
    changes: carts.slice(1).map((cart, at) => {
      const before = carts[at];
      const change = before && compareCarts(before, cart);
      return change && { ...change, addresses: change.addresses.map(({ field }) => field) };
    }),
  };
}

/** The captures of a file. */
export async function importOf(har: string): Promise<readonly Capture[]> {
  const captures: Capture[] = [];
  await readHarFile(new Blob([har]), {
    onCaptures: async (part) => void captures.push(...part),
    onProgress: () => undefined,
  });
  return captures;
}
