import type { Act } from './act.ts';
import type { WriteName } from './cart-write.ts';

/** A write that v1 of CoCart 4 refuses on a good cart; measured on 4.3.6. */
interface V1Refusal {
  readonly write: WriteName;
  readonly does: string;
  readonly status: number;
}

const V1_REFUSALS: readonly V1Refusal[] = [
  { write: 'update-item', does: 'change a quantity', status: 404 },
  { write: 'restore-item', does: 'restore a line', status: 403 },
  { write: 'clear', does: 'clear a cart', status: 406 },
];

/** Says which writes of an act this store's v1 is known to refuse whatever the cart holds; null where none. */
export function v1RefusalText({ target, writes }: Act): string | null {
  const { api, version } = target;
  if (api !== 'v1' || !version?.startsWith('4.')) return null;
  const refused = V1_REFUSALS.filter(({ write }) => writes.some((one) => one.do === write));
  if (refused.length === 0) return null;
  const told = refused.map(({ does, status }) => `to ${does} (HTTP ${status})`).join(' and ');
  return `The API v1 of CoCart ${version} refuses ${told}, whatever the cart holds.`;
}

/** The same act by the calls of v2. */
export function byV2(act: Act): Act {
  return { ...act, target: { ...act.target, api: 'v2' } };
}
