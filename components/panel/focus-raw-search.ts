/** Opens the raw JSON of the cart and puts the keyboard into its search field. */
export function focusRawSearch(root: ParentNode): void {
  root.querySelector<HTMLElement>('[role="tab"][id$="-tab-raw"]')?.click();
  requestAnimationFrame(() => root.querySelector<HTMLElement>('.json-search')?.focus());
}
