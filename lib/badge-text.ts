/** Characters that fit on a toolbar badge in both browsers. */
const MAX_CHARACTERS = 4;

/** An item count as it stands on the badge: `0`, `12`, `1.5`, `99+`. */
export function badgeText(count: number): string {
  if (count > 99) return '99+';
  const text = String(count);
  return text.length <= MAX_CHARACTERS ? text : String(Math.round(count));
}
