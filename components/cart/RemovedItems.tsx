import { planRestore } from '../../lib/action/cart-plans.ts';
import type { Amount, Line } from '../../lib/cart/cart.ts';
import type { CartChange } from '../../lib/cart/compare-carts.ts';
import { lineName } from '../../lib/cart/line-name.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Pill } from '../ui/Pill.tsx';
import { StoreText } from '../ui/StoreText.tsx';
import { useEditing } from './acting.ts';
import { Section, Untold } from './Section.tsx';
import { shortKey } from './words.ts';

interface RemovedItemsProps {
  /** What the store still remembers and can restore. */
  readonly removed: readonly Line[] | null;
  /** What the cart holds: one of them may have been removed before, and added anew. */
  readonly lines: readonly Line[] | null;
  readonly changes: CartChange | null;
  readonly write: (amount: Amount) => string;
}

/** More items than this are counted. */
const SHOWN = 100;

/** Lines that the last call took away, and those that the store keeps to be restored. */
export function RemovedItems({ removed, lines: present, changes, write }: RemovedItemsProps) {
  const gone = changes?.lines.removed ?? [];
  const goneKeys = new Set(gone.map(({ itemKey }) => itemKey));
  const kept = (removed ?? []).filter(({ itemKey }) => !goneKeys.has(itemKey));
  const restorable = new Set(removed?.map(({ itemKey }) => itemKey));
  const lines = [...gone, ...kept];
  return (
    <Section title="Removed items">
      {removed === null && gone.length === 0 && <Untold />}
      {removed !== null && lines.length === 0 && <p class="muted">none</p>}
      <ul class="entries">
        {lines.slice(0, SHOWN).map((line, at) => (
          <li key={`${at}`} class={at < gone.length ? 'line-gone' : undefined}>
            <StoreText text={lineName(line)} /> × {line.quantity ?? '?'}{' '}
            <span class="muted">{write(line.total ?? line.subtotal)}</span>{' '}
            {at < gone.length && <Pill tone="bad">removed by the last call</Pill>}{' '}
            {at < gone.length && removed !== null && !restorable.has(line.itemKey) && (
              <span class="muted">the store keeps no copy to restore</span>
            )}
            {line.itemKey !== null && (
              <>
                <code class="muted" title={line.itemKey}>
                  {shortKey(line.itemKey)}
                </code>
                <CopyButton text={line.itemKey} what="item key" iconOnly />
                {restorable.has(line.itemKey) && (
                  <Restore line={line} itemKey={line.itemKey} present={present} />
                )}
              </>
            )}
          </li>
        ))}
        {lines.length > SHOWN && <li class="muted">and {lines.length - SHOWN} more</li>}
      </ul>
    </Section>
  );
}

interface RestoreProps {
  readonly line: Line;
  readonly itemKey: string;
  readonly present: readonly Line[] | null;
}

function Restore({ line, itemKey, present }: RestoreProps) {
  const editing = useEditing();
  if (!editing) return null;
  const { acting, target } = editing;
  return (
    <button
      type="button"
      class="button"
      disabled={acting.busy}
      aria-label={`Restore ${lineName(line).slice(0, 80)}`}
      onClick={() => acting.onPlan(planRestore(target, line, itemKey, present))}
    >
      Restore…
    </button>
  );
}
