/** What opening a panel took, in ms since its document began. */
export interface OpeningTimes {
  /** The second frame with a cart in it; null until then. */
  cart: number | null;
  /** All that was kept is in; null until then. */
  whole: number | null;
  /** The longest task between the two; 0 where none took 50. */
  longest: number;
}

/** Watches the panel open. It is put into the page before its own scripts, as text: it may use only the page. */
export function watchOpening(): void {
  if (!location.pathname.endsWith('/panel.html')) return;
  const times: OpeningTimes = { cart: null, whole: null, longest: 0 };
  Object.assign(window, { openingTimes: times });
  const tasks = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      const isAfter = times.cart !== null && startTime >= times.cart;
      if (isAfter && times.whole === null) times.longest = Math.max(times.longest, duration);
    }
  });
  tasks.observe({ type: 'longtask' });
  const frames = async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    return performance.now();
  };
  const changes = new MutationObserver(async () => {
    if (!document.querySelector('.screen table tbody tr')) return;
    changes.disconnect();
    times.cart = await frames();
    while (!document.querySelector('main[aria-busy="false"]')) await frames();
    times.whole = await frames();
  });
  changes.observe(document, { childList: true, subtree: true });
}
