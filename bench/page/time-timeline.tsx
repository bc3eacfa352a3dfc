import '../../components/theme.css';
import { render } from 'preact';
import { Panel } from '../../components/panel/Panel.tsx';
import { createFakeHost } from '../../components/session/fake-host.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { createCartLog } from '../../lib/log/cart-log.ts';
import { median } from '../interleave.ts';
import { manyCalls } from '../many-calls.ts';

/** What the timeline of many calls takes, in ms. */
export interface TimelineTimes {
  /** From the press on the tab to the second frame. */
  readonly open: number;
  /** From a letter in the search box to the list that fits it, median. */
  readonly filter: number;
  /** The longest task while the list scrolls from one end to the other. */
  readonly scroll: number;
  /** Rows found by the last search: a search that finds nothing would be fast for nothing. */
  readonly found: number;
}

/** Typed one after the other, as a person does. */
const TYPED = ['b', 'be', 'bea', 'bean', 'beani', 'beanie', 'beanie c', 'beanie changed'];

const SCROLLS = 200;

/** Opens the timeline of so many calls, looks for something in it, and scrolls through it. */
export async function timeTimeline(
  exchanges: readonly Exchange[],
  count: number,
): Promise<TimelineTimes> {
  const root = document.getElementById('app');
  if (!root) throw new Error('the page has no place for the panel');
  const page = { url: 'http://localhost:8066/shop/', since: 1, heardFromStart: true };
  const log = createCartLog();
  for (const captures of manyCalls(exchanges, count)) log.add(captures);
  render(<Panel log={log} host={createFakeHost({ page })} />, root);
  await until(() => root.querySelector('[role="tab"]') !== null);
  // The parts of the screen are in this page already; in the extension they come from its package.
  await rest();
  const tab = [...root.querySelectorAll<HTMLElement>('[role="tab"]')].find(
    ({ textContent }) => textContent === 'Timeline',
  );
  const pressed = performance.now();
  tab?.click();
  await until(() => root.querySelector('.call') !== null);
  await twoFrames();
  const open = performance.now() - pressed;
  await until(() => root.querySelector('.find-count') !== null);
  const field = root.querySelector<HTMLInputElement>('.find-field');
  if (!field) throw new Error('there is no search box');
  type(field, 'zzzz');
  await until(() => /^0 of \d+ calls$/.test(countText(root)));
  const times: number[] = [];
  for (const text of TYPED) {
    await rest();
    const typed = performance.now();
    type(field, text);
    await drawn(root);
    times.push(performance.now() - typed);
  }
  const found = Number(/^\d+/.exec(countText(root))?.[0] ?? 0);
  type(field, '');
  await rest();
  const scroll = await scrollThrough(root);
  render(null, root);
  return { open, filter: median(times), scroll, found };
}

function type(field: HTMLInputElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function countText(root: HTMLElement): string {
  return root.querySelector('.find-count')?.textContent ?? '';
}

/** Tasks of 50 ms and more are told by the browser; the longest, or 0 where there was none. */
async function scrollThrough(root: HTMLElement): Promise<number> {
  const scroller = root.querySelector<HTMLElement>('.calls-scroll');
  if (!scroller) throw new Error('there is no list');
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  observer.observe({ type: 'longtask' });
  const step = scroller.scrollHeight / SCROLLS;
  for (let at = 0; at < SCROLLS; at += 1) {
    scroller.scrollTop = at * step;
    await twoFrames();
  }
  await rest();
  observer.disconnect();
  return longest;
}

/** Preact draws as soon as the running task is over; asking for a height lays the page out. */
async function drawn(root: HTMLElement): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  if (root.offsetHeight === 0) throw new Error('the panel has no height');
}

async function twoFrames(): Promise<void> {
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
}

async function rest(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 120));
}

/** Waits for something to be there, looking as soon as anything changes. */
function until(isThere: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (isThere()) return resolve();
    const observer = new MutationObserver(() => {
      if (!isThere()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  });
}
