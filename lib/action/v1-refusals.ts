import type { Act } from './act.ts';
import type { WriteName } from './cart-write.ts';
import type { WriteTarget } from './write-target.ts';

/** A write that v1 of CoCart 4 refuses on a good cart; measured on 4.3.6. */
export interface V1Refusal {
  readonly write: WriteName;
  readonly does: string;
  readonly status: number;
}

const V1_REFUSALS: readonly V1Refusal[] = [
  { write: 'update-item', does: 'change a quantity', status: 404 },
  { write: 'restore-item', does: 'restore a line', status: 403 },
  { write: 'clear', does: 'clear a cart', status: 406 },
];

/**
 * True where a call goes to v1 of CoCart 4, or may: no answer of v1 tells the version, and none has a
 * trait that sets 4 apart from 3 (`X-CoCart-API` is sent up to 4.1, and by no later version).
 */
export function mayBeV1Of4({ api, version }: WriteTarget): boolean {
  return api === 'v1' && (version?.startsWith('4.') ?? true);
}

/** The writes of an act that its store refuses, or may refuse, whatever the cart holds. */
export function v1RefusalsOf({ target, writes }: Act): readonly V1Refusal[] {
  if (!mayBeV1Of4(target)) return [];
  return V1_REFUSALS.filter(({ write }) => writes.some((one) => one.do === write));
}
