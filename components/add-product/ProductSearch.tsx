import { useState } from 'preact/hooks';
import { PRICE_OF_SEARCH } from '../../lib/products/ask-products.ts';
import type { ProductQuery } from '../../lib/products/product-query.ts';
import { isProductId } from '../../lib/products/typed-addition.ts';
import { Field } from '../ui/Field.tsx';
import { Segmented } from '../ui/Segmented.tsx';

type By = Exclude<ProductQuery['by'], 'ids'>;

const BY_SEARCH = [
  { value: 'name', label: 'Name' },
  { value: 'sku', label: 'SKU' },
  { value: 'id', label: 'Id' },
] as const;
const BY_TYPING = [BY_SEARCH[1], BY_SEARCH[2]] as const;

interface ProductSearchProps {
  /** False where the store has no products in its API, or that is not known. */
  readonly canSearch: boolean;
  readonly busy: boolean;
  readonly onSearch: (query: ProductQuery) => void;
  /** A SKU or id to be added as it was typed. */
  readonly onUse: (text: string) => void;
  /** The product to begin with; null for none. */
  readonly id: string | null;
}

/** Asks for a product: by one request at the press, or with none as it was typed. */
export function ProductSearch({ canSearch, busy, onSearch, onUse, id }: ProductSearchProps) {
  const [chosen, setBy] = useState<By>(id === null ? 'name' : 'id');
  const [typed, setTyped] = useState(id ?? '');
  const [wrong, setWrong] = useState<string | null>(null);
  const by = !canSearch && chosen === 'name' ? 'sku' : chosen;
  const withTyped = (go: (text: string) => void) => {
    const text = typed.trim();
    const said = wrongWith(by, text);
    setWrong(said);
    if (said === null) go(text);
  };
  const search = () => withTyped((text) => onSearch({ by, text }));
  const use = () => withTyped(onUse);
  return (
    <form
      class="form-part"
      aria-label="Find a product"
      onSubmit={(event) => {
        event.preventDefault();
        if (busy) return;
        if (canSearch) search();
        else use();
      }}
    >
      <Segmented
        label="Find a product by"
        options={canSearch ? BY_SEARCH : BY_TYPING}
        value={by}
        onChange={(next) => {
          setBy(next);
          setWrong(null);
        }}
      />
      <div class="form-row">
        <Field
          label={LABELS[by]}
          value={typed}
          onInput={setTyped}
          wrong={wrong}
          inputMode={by === 'id' ? 'numeric' : 'text'}
          wide
        />
        {canSearch && (
          <button type="submit" class="button button-primary" disabled={busy}>
            Search
          </button>
        )}
        {by !== 'name' && (
          <button
            type={canSearch ? 'button' : 'submit'}
            class="button"
            onClick={canSearch ? use : undefined}
          >
            Use as typed
          </button>
        )}
      </div>
      {canSearch && <p class="muted">{PRICE_OF_SEARCH}</p>}
    </form>
  );
}

const LABELS: Readonly<Record<By, string>> = {
  name: 'Name, or a part of it',
  sku: 'SKU of a product or variation',
  id: 'Id of a product or variation',
};

function wrongWith(by: By, text: string): string | null {
  if (text === '') return 'Type what to look for.';
  return by === 'id' && !isProductId(text) ? 'An id is a whole number: 19.' : null;
}
