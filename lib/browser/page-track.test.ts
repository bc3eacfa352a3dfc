import { expect, it, vi } from 'vitest';
import { createPageTrack } from './page-track.ts';

const SHOP = 'https://shop.example/';
const BEGAN = Date.parse('2026-11-22T10:00:00Z');
const LATER = BEGAN + 60_000;

/** History as Chromium tells it, with these documents. */
function history(...pages: { id: string; title: string; at: number }[]) {
  return {
    pages: pages.map(({ id, title, at }) => ({
      id,
      title,
      startedDateTime: new Date(at).toISOString(),
    })),
    entries: [],
  };
}

const FIRST = { id: 'page_1', title: SHOP, at: BEGAN };

it('takes a route of a front end for the document that it is', () => {
  const onPage = vi.fn();
  const track = createPageTrack(onPage, () => LATER);
  track.begin(history(FIRST), null);
  for (const url of [`${SHOP}product/7?x=1`, `${SHOP}product/7?x=1#reviews`]) {
    track.navigated(url, history(FIRST));
    expect(track.current()).toEqual({ url, since: BEGAN, heardFromStart: false });
    expect(onPage).toHaveBeenLastCalledWith(track.current());
  }
});

it('takes it so where the page was there before DevTools, too', () => {
  const track = createPageTrack(vi.fn(), () => LATER);
  track.begin(history(), SHOP);
  const { since } = track.current();
  track.navigated(`${SHOP}product/7`, history());
  expect(track.current()).toEqual({ url: `${SHOP}product/7`, since, heardFromStart: false });
});

it('tells a reload, another page, another site and a page out of memory from it', () => {
  const second = { id: 'page_2', title: SHOP, at: LATER };
  const third = { id: 'page_3', title: `${SHOP}cart/`, at: LATER + 1 };
  const track = createPageTrack(vi.fn(), () => LATER + 2);
  track.begin(history(FIRST), null);
  track.navigated(SHOP, history(second));
  expect(track.current()).toEqual({ url: SHOP, since: LATER, heardFromStart: true });
  track.navigated(`${SHOP}cart/`, history(third));
  expect(track.current().since).toBe(LATER + 1);
  track.navigated(SHOP, history());
  expect(track.current().since).toBe(LATER + 2);

  const late = createPageTrack(vi.fn(), () => LATER);
  late.begin(history(), SHOP);
  late.navigated('https://other.example/', { ...history(), pages: [] }, LATER + 5);
  expect(late.current()).toMatchObject({ url: 'https://other.example/', since: LATER + 5 });
});
