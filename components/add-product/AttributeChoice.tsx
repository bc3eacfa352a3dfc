import { useId } from 'preact/hooks';
import { type Chosen, isPossible } from '../../lib/products/choose-variation.ts';
import type { Product, ProductAttribute } from '../../lib/products/product.ts';
import { StoreText } from '../ui/StoreText.tsx';

interface AttributeChoiceProps {
  readonly product: Product;
  readonly attribute: ProductAttribute;
  readonly chosen: Chosen;
  readonly onChoose: (key: string, value: string) => void;
  readonly wrong: string | null;
}

/** An option longer than this is cut: a select takes no wrapped text. */
const MOST = 60;

/** One attribute of a variable product to choose. */
export function AttributeChoice(props: AttributeChoiceProps) {
  const { product, attribute, chosen, onChoose, wrong } = props;
  const { key, label, options } = attribute;
  const id = useId();
  const value = Object.hasOwn(chosen, key) ? chosen[key] : '';
  return (
    <div class="form-field">
      <label for={id}>
        <StoreText text={label} most={MOST} />
      </label>
      <select
        id={id}
        class="field"
        value={value}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : `${id}-wrong`}
        onChange={(event) => onChoose(key, event.currentTarget.value)}
      >
        <option value="">Choose…</option>
        {options.map((option) => (
          <option
            key={option.value}
            value={option.value}
            disabled={!isPossible(product, chosen, key, option.value)}
          >
            {option.label.length > MOST ? `${option.label.slice(0, MOST)}…` : option.label}
          </option>
        ))}
      </select>
      {wrong !== null && (
        <span id={`${id}-wrong`} class="field-wrong" role="alert">
          {wrong}
        </span>
      )}
    </div>
  );
}
