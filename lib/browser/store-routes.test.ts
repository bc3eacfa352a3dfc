import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { StoreAddress } from '../cocart/reading.ts';
import { putRoutes, readKeptRoutes, watchRoutes } from './store-routes.ts';

const storeAt = (port: number, namespace = 'cocart'): StoreAddress => ({
  origin: `http://localhost:${port}`,
  restRoot: `http://localhost:${port}/wp-json/`,
  namespace,
});
const routes = (at: number) => ({ at, v1: null, v2: ['cart'] });

beforeEach(() => fakeBrowser.reset());

test('keeps the routes of each store by itself, and tells who watches it', async () => {
  const heard = vi.fn();
  const stop = watchRoutes(storeAt(1), heard);
  await putRoutes(storeAt(1), routes(1));
  await putRoutes(storeAt(1, 'shop'), routes(2));
  expect(await readKeptRoutes(storeAt(1))).toEqual(routes(1));
  expect(await readKeptRoutes(storeAt(1, 'shop'))).toEqual(routes(2));
  expect(await readKeptRoutes(storeAt(2))).toBeNull();
  expect(heard.mock.calls).toEqual([[routes(1)]]);
  stop();
});

test('keeps those of twenty stores; the ones read longest ago give way', async () => {
  for (let port = 1; port <= 25; port += 1) await putRoutes(storeAt(port), routes(port));
  expect(await readKeptRoutes(storeAt(5))).toBeNull();
  expect(await readKeptRoutes(storeAt(6))).toEqual(routes(6));
  expect(await readKeptRoutes(storeAt(25))).toEqual(routes(25));
});
