import '../../components/theme.css';
import { render } from 'preact';
import { Panel } from '../../components/panel/Panel.tsx';
import { createFakeHost } from '../../components/session/fake-host.ts';
import type { Capture } from '../../lib/capture.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { createCartLog } from '../../lib/log/cart-log.ts';
import { median } from '../interleave.ts';

/** Medians in ms from the body in hand to the second animation frame after it. */
export interface FrameTimes {
  /** In an empty panel. */
  readonly first: number;
  /** In a panel that shows the cart before the change. */
  readonly change: number;
}

const RUNS = 20;
const WARM_UP = 5;

/**
 * Times how long the panel takes from a cart's body to the second animation frame, when the frame
 * that shows it has been painted: reading, keeping, comparing, drawing, layout and paint.
 */
export async function timeFrames(before: Exchange, after: Exchange): Promise<FrameTimes> {
  const first: number[] = [];
  const change: number[] = [];
  for (let run = 0; run < WARM_UP + RUNS; run += 1) {
    const root = document.getElementById('app');
    if (!root) throw new Error('the page has no place for the panel');
    const page = { url: 'http://localhost:8066/shop/', since: 1, heardFromStart: true };
    const host = createFakeHost({ page });
    const captureOf = (exchange: Exchange, at: number): Capture => ({
      tabId: 1,
      page,
      exchange: { ...exchange, id: `${run}-${at}`, startedAt: at },
    });
    render(<Panel log={createCartLog()} host={host} />, root);
    await settle(run);
    const took = [await secondFrame(() => host.hear([captureOf(before, 1_000)]))];
    expectRows(root);
    await settle(run);
    took.push(await secondFrame(() => host.hear([captureOf(after, 2_000)])));
    expectRows(root);
    render(null, root);
    if (run < WARM_UP) continue;
    first.push(took[0] ?? Number.NaN);
    change.push(took[1] ?? Number.NaN);
  }
  return { first: median(first), change: median(change) };
}

function secondFrame(work: () => void): Promise<number> {
  return new Promise((resolve) => {
    const started = performance.now();
    work();
    requestAnimationFrame(() => {
      requestAnimationFrame(() => resolve(performance.now() - started));
    });
  });
}

/** Lets the panel come to rest, and begins each run at another time between two frames. */
async function settle(run: number): Promise<void> {
  for (let frame = 0; frame < 6; frame += 1) await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve, run % 16));
}

/** A panel that shows no line would be fast for nothing. */
function expectRows(root: HTMLElement): void {
  const rows = root.querySelectorAll('table tr, [role="row"]').length;
  if (rows < 5) throw new Error(`the panel shows ${rows} rows`);
}
