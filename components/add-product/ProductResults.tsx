import type { Product } from '../../lib/products/product.ts';
import type { ProductAnswer } from '../../lib/products/read-products.ts';
import { Note } from '../ui/Note.tsx';
import { Pill } from '../ui/Pill.tsx';
import { StoreText } from '../ui/StoreText.tsx';
import { productPriceText, stockText } from './price-text.ts';

interface ProductResultsProps {
  readonly answer: ProductAnswer;
  readonly chosenId: number | null;
  readonly onChoose: (product: Product) => void;
}

/** What the store found, to choose from. */
export function ProductResults({ answer, chosenId, onChoose }: ProductResultsProps) {
  const { products, total, failure } = answer;
  if (failure) {
    return (
      <Note title={failure.what} tone="warn">
        <p>
          <StoreText text={`${failure.why} ${failure.todo}`} />
        </p>
      </Note>
    );
  }
  if (products.length === 0) {
    return (
      <Note title="No product found">
        <p>The store found none that shoppers can see. Hidden ones are added by id or SKU.</p>
      </Note>
    );
  }
  return (
    <section class="form-part" aria-label="Products found">
      <ul class="products">
        {products.map((product) => (
          <li key={product.id}>
            <button
              type="button"
              class="product"
              aria-pressed={product.id === chosenId}
              onClick={() => onChoose(product)}
            >
              <ProductWords product={product} />
            </button>
          </li>
        ))}
      </ul>
      {total !== null && total > products.length && (
        <p class="muted">
          {products.length} of {total}. Type more of the name to find others.
        </p>
      )}
    </section>
  );
}

function ProductWords({ product }: { readonly product: Product }) {
  const { id, name, sku, type, stock } = product;
  const price = productPriceText(product);
  const stockWords = stockText(stock);
  return (
    <>
      <span class="product-name">
        <StoreText text={name || 'Without a name'} most={120} />
        <span class="muted">
          {' '}
          #{id}
          {sku !== null && (
            <>
              {' · '}
              <StoreText text={sku} most={60} />
            </>
          )}
          {type !== null && type !== 'simple' && (
            <>
              {' · '}
              <StoreText text={type} most={40} />
            </>
          )}
        </span>
      </span>
      {stockWords !== null && (
        <Pill tone={stock.isInStock === false ? 'bad' : stock.isBackordered ? 'warn' : 'plain'}>
          {stockWords}
        </Pill>
      )}
      {price !== null && (
        <span class="product-price">
          <StoreText text={price} most={40} />
        </span>
      )}
    </>
  );
}
