import { useState } from 'preact/hooks';
import type { PlannedAct } from '../../lib/action/act.ts';
import type { WriteTarget } from '../../lib/action/write-target.ts';
import type { Cart, Line } from '../../lib/cart/cart.ts';
import { additionDoubts } from '../../lib/products/addition-doubts.ts';
import { additionOf, boughtPart } from '../../lib/products/addition-of.ts';
import { type Chosen, choosable, chosenVariation } from '../../lib/products/choose-variation.ts';
import type { Product, QuantityLimits } from '../../lib/products/product.ts';
import { StoreText } from '../ui/StoreText.tsx';
import { AttributeChoice } from './AttributeChoice.tsx';
import { LineForm } from './LineForm.tsx';
import { priceText, productPriceText, stockText } from './price-text.ts';

interface ProductFormProps {
  readonly target: WriteTarget;
  readonly product: Product;
  /** Null where no cart is known. */
  readonly cart: Cart | null;
  /** The line that gives way; null for none. */
  readonly instead: Line | null;
  readonly onPlan: (planned: PlannedAct) => void;
}

/** A product that the store told of: its variation, quantity and the rest. */
export function ProductForm({ target, product, cart, instead, onPlan }: ProductFormProps) {
  const [chosen, setChosen] = useState<Chosen>({});
  const [tried, setTried] = useState(false);
  const attributes = product.type === 'variable' ? choosable(product) : [];
  const missing = attributes.filter(({ key }) => !(Object.hasOwn(chosen, key) && chosen[key]));
  const bought = boughtPart(product, chosen);
  const noVariation =
    attributes.length > 0 && missing.length === 0 && chosenVariation(product, chosen) === null;
  const inCart = (cart?.lines ?? [])
    .filter(({ productId, variationId }) => (variationId ?? productId) === bought.id)
    .reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);
  const words = [
    bought === product ? productPriceText(product) : priceText(bought.price),
    stockText(bought.stock),
  ].filter((word) => word !== null);
  return (
    <LineForm
      target={target}
      instead={instead}
      title={
        <>
          <StoreText text={product.name || `Product ${product.id}`} most={120} />{' '}
          <span class="muted">
            <StoreText text={[`#${bought.id}`, ...words].join(' · ')} most={120} />
          </span>
        </>
      }
      limits={limitsText(bought.limits)}
      doubtsOf={(quantity) => [
        ...(noVariation ? ['No variation has these attributes: the store will refuse it.'] : []),
        ...(product.type === 'external'
          ? ['An external product is sold on another site: the store will refuse it.']
          : []),
        ...additionDoubts({ ...bought, quantity, inCart }),
      ]}
      read={() => {
        setTried(true);
        return missing.length > 0 ? null : additionOf(product, chosen, target.api);
      }}
      onPlan={onPlan}
    >
      {attributes.length > 0 && (
        <div class="form-grid">
          {attributes.map((attribute) => (
            <AttributeChoice
              key={attribute.key}
              product={product}
              attribute={attribute}
              chosen={chosen}
              onChoose={(key, value) => setChosen({ ...chosen, [key]: value })}
              wrong={tried && missing.includes(attribute) ? 'Choose one.' : null}
            />
          ))}
        </div>
      )}
    </LineForm>
  );
}

/** Null where the store set no limit, or told none. */
function limitsText({ least, most, isSoldIndividually }: QuantityLimits): string | null {
  if (isSoldIndividually) return 'Sold individually: one an order.';
  const words = [
    least !== null && least > 1 ? `at least ${least}` : '',
    most === null ? '' : `at most ${most}`,
  ].filter(Boolean);
  return words.length === 0 ? null : `The shop sells ${words.join(', ')}.`;
}
