import { expect, it, vi } from 'vitest';
import { readHarEntry } from '../http/from-har.ts';
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

/** The request of a document itself, as Chromium 156 tells it of a loopback or https site. */
function documentEntry(url: string, at: number, pageref: string) {
  const entry = readHarEntry({
    pageref,
    _resourceType: 'document',
    startedDateTime: new Date(at).toISOString(),
    time: 5,
    request: { method: 'GET', url, headers: [{ name: 'Sec-Fetch-Dest', value: 'document' }] },
    response: {
      status: 200,
      headers: [],
      content: { size: 10, mimeType: 'text/html' },
    },
  });
  if (!entry) throw new Error('The entry is not one.');
  return entry;
}

it('knows routes of a page that was announced before history had it', () => {
  const track = createPageTrack(vi.fn(), () => LATER);
  track.begin(history(FIRST), null);
  track.navigated(`${SHOP}cart/`, { ...history(FIRST), pages: [] });
  const { since } = track.current();
  track.see(documentEntry(`${SHOP}cart/`, LATER - 5, 'page_2'));
  expect(track.current().since).toBe(since);
  const second = { id: 'page_2', title: `${SHOP}cart/`, at: LATER - 5 };
  track.navigated(`${SHOP}checkout`, history(second));
  expect(track.current()).toEqual({ url: `${SHOP}checkout`, since, heardFromStart: true });
});

it('knows a reload by its own request where it was announced before history had it', () => {
  const onPage = vi.fn();
  const track = createPageTrack(onPage, () => BEGAN);
  track.begin(history(), SHOP);
  track.navigated(SHOP, history());
  expect(track.current().heardFromStart).toBe(false);
  track.see(documentEntry(SHOP, LATER, 'page_2'));
  expect(track.current()).toEqual({ url: SHOP, since: LATER, heardFromStart: true });
  expect(onPage).toHaveBeenLastCalledWith(track.current());

  // An earlier document of the history says nothing of this one, nor does the same request again.
  track.see(documentEntry(`${SHOP}before`, BEGAN - 1, 'page_1'));
  track.see(documentEntry(SHOP, LATER + 1, 'page_2'));
  expect(track.current().since).toBe(LATER);
});
