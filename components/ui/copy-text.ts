/** Copies through a temporary field: the one way that is open where the clipboard API is not. */
function copyByField(text: string, near: Element): boolean {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'visually-hidden';
  // Inside an open dialog, because everything outside of it can take no focus.
  (near.closest('dialog') ?? document.body).append(field);
  field.select();
  let copied = false;
  try {
    copied = document.execCommand('copy');
  } catch {
    copied = false;
  }
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}

/**
 * Puts text on the clipboard. Chromium's DevTools panels refuse `navigator.clipboard` (their frame is
 * not permitted to write), so a hidden field and `execCommand` stand in.
 *
 * @param near the pressed element
 * @returns whether the text is on the clipboard
 */
export async function copyText(text: string, near: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByField(text, near);
  }
}
