import type { PlannedAct } from './act.ts';
import type { CartWrite } from './cart-write.ts';
import type { WriteTarget } from './write-target.ts';

/** A guest's cart on a store of 4.3.6, for tests. */
export const TARGET: WriteTarget = {
  store: {
    origin: 'https://shop.example',
    restRoot: 'https://shop.example/wp-json/',
    namespace: 'cocart',
  },
  api: 'v2',
  version: '4.3.6',
  key: 'b9a6be79298ac1eb1eb00f3ea4df3c',
  routes: null,
};

/** An act with these writes; what matters to a test is said there. For tests. */
export function anAct(
  writes: readonly CartWrite[] = [{ do: 'calculate' }],
  part: Partial<PlannedAct['act']> = {},
): PlannedAct {
  return { act: { target: TARGET, writes, title: 'A test', destroys: false, ...part }, losses: [] };
}
