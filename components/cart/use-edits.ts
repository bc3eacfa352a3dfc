import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Cart } from '../../lib/cart/cart.ts';
import type { Edits } from './acting.ts';

type Quantities = ReadonlyMap<string, number>;

const NONE: Quantities = new Map();

/** Edits that the cart does not hold yet, of lines that are there. */
function open(quantities: Quantities, lines: Cart['lines']): Quantities {
  if (quantities.size === 0) return quantities;
  const held = new Map(lines?.map(({ itemKey, quantity }) => [itemKey, quantity]));
  const left = [...quantities].filter(
    ([key, quantity]) => held.has(key) && held.get(key) !== quantity,
  );
  return left.length === quantities.size ? quantities : new Map(left);
}

/**
 * Quantities changed on the screen and not sent. Those that the cart has come to hold fall away, and
 * all of them when another cart comes on the screen: its lines have the same item keys.
 */
export function useEdits({
  key,
  lines,
}: Pick<Cart, 'key' | 'lines'>): Edits & { readonly onDiscard: () => void } {
  const [edited, setEdited] = useState({ of: key, quantities: NONE });
  const own = edited.of === key ? edited.quantities : NONE;
  const quantities = useMemo(() => open(own, lines), [own, lines]);
  useEffect(() => {
    setEdited((before) => {
      const left = before.of === key ? open(before.quantities, lines) : NONE;
      return left === before.quantities && before.of === key
        ? before
        : { of: key, quantities: left };
    });
  }, [key, lines]);
  const onEdit = useCallback((itemKey: string, quantity: number | null) => {
    setEdited(({ of, quantities }) => {
      const after = new Map(quantities);
      if (quantity === null) after.delete(itemKey);
      else after.set(itemKey, quantity);
      return { of, quantities: after };
    });
  }, []);
  const onDiscard = useCallback(() => setEdited(({ of }) => ({ of, quantities: NONE })), []);
  return { quantities, onEdit, onDiscard };
}
