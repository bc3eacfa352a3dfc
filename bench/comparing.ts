import { create } from 'jsondiffpatch';
import microdiff from 'microdiff';
import { compareCarts } from '../lib/cart/compare-carts.ts';
import { readExchange } from '../lib/cocart/read-exchange.ts';
import { z } from '../lib/zod.ts';
import { interleave, MEDIAN_OF_200 } from './interleave.ts';
import { readChangedCart } from './large-cart.ts';
import type { Row } from './row.ts';
import { ratioRow } from './row.ts';

const rawCart = z.record(z.string(), z.unknown());

/** Naming the change between the large cart and the same changed, against telling their JSON apart. */
export function comparing(): Row[] {
  const carts = readChangedCart();
  const [was, is] = carts.map(({ text }) => rawCart.parse(JSON.parse(text)));
  const [before, after] = carts.map(({ exchange }) => readExchange(exchange).cart);
  if (!was || !is || !before || !after) throw new Error('the recorded carts could not be read');
  const byPlace = create();
  const byItemKey = create({ objectHash: itemKeyOf });
  const [ours = Number.NaN, ...theirs] = interleave(
    [
      () => compareCarts(before, after),
      // Each rival in its fastest form: the carts hold no cycles, and their lines have a name.
      () => microdiff(was, is, { cyclesFix: false }),
      () => byPlace.diff(was, is),
      () => byItemKey.diff(was, is),
    ],
    MEDIAN_OF_200,
  );
  const names = ['microdiff', 'jsondiffpatch', 'jsondiffpatch by item key'];
  return names.map((name, index) =>
    ratioRow('change of the large cart', ours, { name, ms: theirs[index] ?? Number.NaN }, 1),
  );
}

function itemKeyOf(line: object): string | undefined {
  return 'item_key' in line && typeof line.item_key === 'string' ? line.item_key : undefined;
}
