import { counted } from '../../lib/counted.ts';

/** `1 other key`, `3 other keys`. */
export function otherKeysText(count: number): string {
  return counted(count, 'other key');
}
