import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { FrontEnd } from '../front-end.ts';
import { putFrontEnd, readFrontEnds, removeFrontEnd, watchFrontEnds } from './front-ends.ts';

beforeEach(() => fakeBrowser.reset());

function frontEnd(origin: string, store = 'https://store.example', at = 1): FrontEnd {
  return {
    origin,
    store: { origin: store, restRoot: `${store}/wp-json/`, namespace: 'cocart' },
    at,
  };
}

it('is said once for each front end; what is said later holds', async () => {
  await Promise.all([
    putFrontEnd(frontEnd('https://a.example')),
    putFrontEnd(frontEnd('https://b.example')),
  ]);
  const again = frontEnd('https://a.example', 'https://other.example', 2);
  await putFrontEnd(again);
  expect(await readFrontEnds()).toEqual([frontEnd('https://b.example'), again]);
  await removeFrontEnd('https://b.example');
  expect(await readFrontEnds()).toEqual([again]);
});

it('is told to every open screen, until it stops listening', async () => {
  const told: (readonly FrontEnd[])[] = [];
  const stop = watchFrontEnds((frontEnds) => told.push(frontEnds));
  await putFrontEnd(frontEnd('https://a.example'));
  await fakeBrowser.storage.local.set({ grants: {} });
  await removeFrontEnd('https://a.example');
  stop();
  await putFrontEnd(frontEnd('https://b.example'));
  expect(told).toEqual([[frontEnd('https://a.example')], []]);
});

it('leaves out what is damaged, and keeps the rest', async () => {
  const good = frontEnd('https://a.example');
  await fakeBrowser.storage.local.set({
    'front-ends': [{ ...good, origin: 'javascript:' }, null, good],
  });
  expect(await readFrontEnds()).toEqual([good]);
  await fakeBrowser.storage.local.set({ 'front-ends': 'nonsense' });
  expect(await readFrontEnds()).toEqual([]);
});
