import type { Outcome } from '../outcome.ts';
import { fail } from '../outcome.ts';

/** Said wherever access is what is missing. */
export function noAccess(origins: readonly string[]): Outcome<never> {
  return fail(
    `Access to ${origins.join(' and ')} was not given.`,
    'Without it neither cookies nor the store can be read.',
    'Ask again and allow it; everything that the page’s own calls tell is shown without.',
  );
}
