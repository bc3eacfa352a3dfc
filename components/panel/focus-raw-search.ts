/** Opens the raw JSON of the cart and puts the keyboard into its search field. */
export async function focusRawSearch(root: ParentNode): Promise<void> {
  root.querySelector<HTMLElement>('[role="tab"][id$="-tab-raw"]')?.click();
  // The tree is loaded when it is first wanted; it is drawn before the next frame.
  await import('../ui/JsonTree.tsx');
  requestAnimationFrame(() => root.querySelector<HTMLElement>('.json-search')?.focus());
}
