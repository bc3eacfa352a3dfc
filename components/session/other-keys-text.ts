/** `1 other key`, `3 other keys`. */
export function otherKeysText(count: number): string {
  return `${count} other key${count === 1 ? '' : 's'}`;
}
