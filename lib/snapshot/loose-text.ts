/** `Dark Blue` and `dark-blue`, `Color` and `attribute_pa_color`: one text, once as name and once as slug. */
export function looseText(text: string): string {
  return text
    .replace(/^attribute_(?:pa_)?/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
