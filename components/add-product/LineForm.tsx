import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { PlannedAct } from '../../lib/action/act.ts';
import type { WriteTarget } from '../../lib/action/write-target.ts';
import type { Line } from '../../lib/cart/cart.ts';
import { type Addition, planAddition } from '../../lib/products/addition.ts';
import { ownPriceWords } from '../../lib/products/own-price-words.ts';
import {
  readTypedAmount,
  readTypedItemData,
  readTypedQuantity,
} from '../../lib/products/typed-addition.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Field } from '../ui/Field.tsx';
import { AddButton } from './AddButton.tsx';
import { Doubts } from './Doubts.tsx';

interface LineFormProps {
  readonly target: WriteTarget;
  /** The line that gives way: its quantity and item data are what the form begins with. */
  readonly instead?: Line | null;
  readonly title: ComponentChildren;
  /** The limits of the quantity in words. */
  readonly limits: string | null;
  readonly doubtsOf: (quantity: number | null) => readonly string[];
  /** What to add, called at the press; null where something is still to be chosen, which the form says. */
  readonly read: () => Pick<Addition, 'product' | 'name' | 'variationId' | 'variation'> | null;
  readonly onPlan: (planned: PlannedAct) => void;
  /** What is to be chosen of the product. */
  readonly children?: ComponentChildren;
}

/** How many of a product, with what item data and price. Its button shows the request; it sends nothing. */
export function LineForm(props: LineFormProps) {
  const { target, instead = null, title, limits, doubtsOf, read, onPlan, children } = props;
  const [quantity, setQuantity] = useState(String(instead?.quantity ?? 1));
  const [itemData, setItemData] = useState(() => dataText(instead));
  const [price, setPrice] = useState('');
  const [tried, setTried] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  // Whoever chose a product by keyboard goes on here.
  useEffect(() => heading.current?.focus(), []);

  const ownPrice = ownPriceWords(target);
  const typed = {
    quantity: readTypedQuantity(quantity),
    itemData: readTypedItemData(itemData),
    price: readTypedAmount(ownPrice.takes ? price : '', 'positive'),
  };
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    const what = read();
    if (!what || !typed.quantity.ok || !typed.itemData.ok || !typed.price.ok) return;
    const wanted = {
      quantity: typed.quantity.value,
      itemData: typed.itemData.value,
      price: typed.price.value,
    };
    onPlan(planAddition(target, { ...what, ...wanted }));
  };
  return (
    <form class="form-part" aria-labelledby={id} onSubmit={submit}>
      <h3 id={id} ref={heading} tabIndex={-1} class="form-title">
        {title}
      </h3>
      {children}
      <div class="form-grid">
        <Field
          label="Quantity"
          value={quantity}
          onInput={setQuantity}
          inputMode="decimal"
          wrong={tried && !typed.quantity.ok ? typed.quantity.why : null}
          hint={limits}
        />
      </div>
      <Disclosure summary="Item data and own price">
        <div class="form-row">
          <Field
            label={
              <>
                Item data, as JSON{' '}
                <code>{target.api === 'v1' ? 'cart_item_data' : 'item_data'}</code>
              </>
            }
            value={itemData}
            onInput={setItemData}
            rows={3}
            placeholder='{"engraving": "For Ann"}'
            wrong={typed.itemData.ok ? null : typed.itemData.why}
            hint="Makes a line of its own. The same product with other data is another line."
            wide
          />
          {ownPrice.takes ? (
            <Field
              label="Own price for one"
              value={price}
              onInput={setPrice}
              inputMode="decimal"
              placeholder="3.33"
              wrong={typed.price.ok ? null : typed.price.why}
              hint={ownPrice.text}
            />
          ) : (
            <p class="muted">{ownPrice.text}</p>
          )}
        </div>
      </Disclosure>
      {tried && !(typed.itemData.ok && typed.price.ok) && (
        <p class="field-wrong" role="alert">
          Item data or own price cannot be sent as typed.
        </p>
      )}
      <Doubts doubts={doubtsOf(typed.quantity.ok ? typed.quantity.value : null)} />
      <AddButton />
    </form>
  );
}

function dataText(instead: Line | null): string {
  const data = instead?.itemData ?? {};
  return Object.keys(data).length === 0 ? '' : JSON.stringify(data);
}
