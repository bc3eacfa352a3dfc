import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { PlannedAct } from '../../lib/action/act.ts';
import type { WriteTarget } from '../../lib/action/write-target.ts';
import { planGroupedAddition } from '../../lib/products/addition.ts';
import { additionDoubts } from '../../lib/products/addition-doubts.ts';
import type { Product } from '../../lib/products/product.ts';
import { readTypedQuantity, type Typed } from '../../lib/products/typed-addition.ts';
import { Field } from '../ui/Field.tsx';
import { StoreText } from '../ui/StoreText.tsx';
import { AddButton } from './AddButton.tsx';
import { Doubts } from './Doubts.tsx';
import { productPriceText } from './price-text.ts';

interface GroupedFormProps {
  readonly target: WriteTarget;
  readonly product: Product;
  /** The products within, as far as the store was asked for them. */
  readonly known: readonly Product[];
  readonly busy: boolean;
  /** Asks for the names of the products within; null where that cannot be asked, or was. */
  readonly onRead: (() => void) | null;
  readonly onPlan: (planned: PlannedAct) => void;
}

/** A grouped product: how many of each product within. */
export function GroupedForm(props: GroupedFormProps) {
  const { target, product, known, busy, onRead, onPlan } = props;
  const [typed, setTyped] = useState<ReadonlyMap<number, string>>(new Map());
  const [tried, setTried] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => heading.current?.focus(), []);

  const name = product.name || `Product ${product.id}`;
  const rows = product.children.map((child) => {
    const told = known.find((one) => one.id === child) ?? null;
    return { child, told, quantity: readChildQuantity(typed.get(child) ?? '') };
  });
  const wanted = rows.flatMap(({ child, quantity }) =>
    quantity.ok && quantity.value > 0 ? [{ id: child, quantity: quantity.value }] : [],
  );
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (wanted.length === 0 || rows.some(({ quantity }) => !quantity.ok)) return;
    onPlan(planGroupedAddition(target, { id: product.id, name }, wanted));
  };
  return (
    <form class="form-part" aria-labelledby={id} onSubmit={submit}>
      <h3 id={id} ref={heading} tabIndex={-1} class="form-title">
        <StoreText text={name} most={120} />{' '}
        <span class="muted">grouped: choose how many of each</span>
      </h3>
      {rows.length === 0 && <p class="muted">The store names no products in it.</p>}
      {onRead && rows.length > 0 && (
        <p class="form-row">
          <button type="button" class="button" disabled={busy} onClick={onRead}>
            Read their names and stock
          </button>
          <span class="muted">Sends one request, as a search does.</span>
        </p>
      )}
      <div class="form-grid">
        {rows.map(({ child, told, quantity }) => (
          <Field
            key={child}
            label={<StoreText text={told?.name || `Product ${child}`} most={80} />}
            value={typed.get(child) ?? ''}
            onInput={(text) => setTyped(new Map([...typed, [child, text]]))}
            inputMode="decimal"
            placeholder="0"
            wrong={quantity.ok ? null : quantity.why}
            hint={told && <StoreText text={productPriceText(told) ?? ''} most={40} />}
          />
        ))}
      </div>
      <Doubts
        doubts={rows.flatMap(({ told, quantity }) =>
          told && quantity.ok && quantity.value > 0
            ? additionDoubts({ ...told, quantity: quantity.value, inCart: 0 }).map(
                (doubt) => `${told.name ?? told.id}: ${doubt}`,
              )
            : [],
        )}
      />
      {tried && wanted.length === 0 && (
        <p class="field-wrong" role="alert">
          Give at least one of them a quantity.
        </p>
      )}
      <AddButton />
    </form>
  );
}

/** Nothing typed is none of it. */
function readChildQuantity(text: string): Typed<number> {
  const typed = text.trim();
  return typed === '' || typed === '0' ? { ok: true, value: 0 } : readTypedQuantity(typed);
}
