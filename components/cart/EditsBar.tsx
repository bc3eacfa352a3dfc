import { planQuantities, type QuantityEdit } from '../../lib/action/cart-plans.ts';
import type { Line } from '../../lib/cart/cart.ts';
import { counted } from '../../lib/counted.ts';
import { useEditing } from './acting.ts';

interface EditsBarProps {
  readonly lines: readonly Line[];
  readonly onDiscard: () => void;
}

/**
 * What was changed on the screen and not sent yet, with the press that puts it all before the person. It
 * stands below the lines: above, it would move them from under a press as it appears.
 */
export function EditsBar({ lines, onDiscard }: EditsBarProps) {
  const editing = useEditing();
  if (!editing || editing.quantities.size === 0) return null;
  const { quantities, acting, target } = editing;
  const edits = lines.flatMap((line): QuantityEdit[] => {
    const quantity = line.itemKey === null ? undefined : quantities.get(line.itemKey);
    return line.itemKey === null || quantity === undefined
      ? []
      : [{ line, itemKey: line.itemKey, quantity }];
  });
  return (
    <div class="edits" role="status">
      <span>{counted(edits.length, 'change')}, not sent</span>
      <button
        type="button"
        class="button button-primary"
        disabled={acting.busy}
        onClick={() => acting.onPlan(planQuantities(target, edits))}
      >
        Review and send…
      </button>
      <button type="button" class="button" onClick={onDiscard}>
        Discard
      </button>
    </div>
  );
}
