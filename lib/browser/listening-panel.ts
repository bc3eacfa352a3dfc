/** The lock that an open panel holds for its tab; the browser lets go of it when the panel is gone. */
function lockOf(tabId: number): string {
  return `panel ${tabId}`;
}

/** Says, for as long as this page is open, that a panel listens to the calls of the tab. */
export function claimTab(tabId: number): void {
  void navigator.locks.request(lockOf(tabId), () => new Promise(() => {}));
}

/** True while a panel listens to the calls of the tab: it is told more of them than anyone else. */
export async function isClaimed(tabId: number): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === lockOf(tabId));
}
