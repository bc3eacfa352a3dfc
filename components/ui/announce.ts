let region: HTMLElement | null = null;

/**
 * Says a sentence to screen readers, politely. One live region serves the whole page: a region for
 * each button would be hundreds.
 */
export function announce(sentence: string): void {
  if (region === null || !region.isConnected) {
    region = document.createElement('div');
    region.className = 'visually-hidden';
    region.setAttribute('role', 'status');
    document.body.append(region);
  }
  const said = region;
  // A region must stand before its text changes, and the same text twice must change it twice.
  said.textContent = '';
  requestAnimationFrame(() => {
    said.textContent = sentence;
  });
}
