/**
 * Puts the keyboard into the search field of the screen: of the Timeline that of the calls, else that of
 * the cart's raw JSON, which is opened for it.
 */
export async function focusSearch(root: ParentNode): Promise<void> {
  const calls = root.querySelector<HTMLElement>('.find-field');
  if (calls) return calls.focus();
  root.querySelector<HTMLElement>('[role="tab"][id$="-tab-raw"]')?.click();
  // The tree is loaded when it is first wanted; it is drawn before the next frame.
  await import('../ui/JsonTree.tsx');
  requestAnimationFrame(() => root.querySelector<HTMLElement>('.json-search')?.focus());
}
