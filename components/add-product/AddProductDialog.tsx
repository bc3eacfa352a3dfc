import { useState } from 'preact/hooks';
import type { PlannedAct } from '../../lib/action/act.ts';
import type { WriteTarget } from '../../lib/action/write-target.ts';
import type { Cart, Line } from '../../lib/cart/cart.ts';
import { lineName } from '../../lib/cart/line-name.ts';
import type { Host } from '../../lib/host.ts';
import { planInstead } from '../../lib/products/instead-of.ts';
import type { Product } from '../../lib/products/product.ts';
import type { ProductQuery } from '../../lib/products/product-query.ts';
import { productApi } from '../../lib/products/product-request.ts';
import { ReadRoutes } from '../session/ReadRoutes.tsx';
import { useStoreRoutes } from '../session/use-store-routes.ts';
import type { Wishes } from '../session/use-wishes.ts';
import { WishBanner } from '../session/WishBanner.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import './add-product.css';
import { GroupedForm } from './GroupedForm.tsx';
import { ProductForm } from './ProductForm.tsx';
import { ProductResults } from './ProductResults.tsx';
import { ProductSearch } from './ProductSearch.tsx';
import { TypedForm } from './TypedForm.tsx';
import { useProducts } from './use-products.ts';

interface AddProductDialogProps {
  /** The cart to add to; its routes need not be filled. */
  readonly target: WriteTarget;
  /** The cart as it was last told, for what it holds already; null where none is known. */
  readonly cart: Cart | null;
  /** A line of a variation that gives way to what is added; left out where none does. */
  readonly instead?: Line | null;
  readonly host: Pick<Host, 'tabId' | 'watchCaptures' | 'readRoutes' | 'watchRoutes'>;
  readonly wishes: Wishes;
  readonly onPlan: (planned: PlannedAct) => void;
  readonly onClose: () => void;
}

/** What is to be added: a product that the store told of, or an id or SKU as it was typed. */
type Choice =
  | { readonly is: 'product'; readonly product: Product }
  | { readonly is: 'typed'; readonly text: string };

/**
 * Adds a product to a cart: finds it by one request a press, or takes an id or SKU as it is typed. It
 * ends in a plan, and writes nothing.
 */
export function AddProductDialog(props: AddProductDialogProps) {
  const { target, cart, instead = null, host, wishes, onClose } = props;
  const onPlan = (planned: PlannedAct) =>
    props.onPlan(instead ? planInstead(planned, instead) : planned);
  const routes = useStoreRoutes(host, target.store);
  const api = productApi(routes, target.version);
  const products = useProducts(host, target, api, wishes);
  const [query, setQuery] = useState<ProductQuery | null>(null);
  const [choice, setChoice] = useState<Choice | null>(null);
  const busy = wishes.stage.is === 'running';
  const answer = products.answerTo(query);
  const chosen = choice?.is === 'product' ? choice.product : null;
  return (
    <Dialog
      title={instead ? `Another variation of ${lineName(instead)}` : 'Add a product'}
      onClose={onClose}
    >
      <WishBanner
        screen="panel"
        stage={wishes.stage}
        onPerform={wishes.perform}
        onDismiss={wishes.dismiss}
      />
      {api === null && (
        <div class="form-part">
          <p>
            {routes
              ? 'This store lists no products in its API. They come with CoCart 3.1, or with CoCart Products before. Add by id or SKU.'
              : 'No answer told whether this store has products in its API. Read its routes to search, or add by id or SKU.'}
          </p>
          {!routes && (
            <ReadRoutes
              tabId={host.tabId}
              store={target.store}
              busy={busy}
              onPerform={wishes.perform}
            />
          )}
        </div>
      )}
      <ProductSearch
        canSearch={api !== null && host.tabId !== null}
        busy={busy}
        onSearch={(next) => {
          setQuery(next);
          setChoice(null);
          products.ask(next);
        }}
        onUse={(text) => setChoice({ is: 'typed', text })}
        id={instead && String(instead.productId ?? instead.variationId)}
      />
      <div role="status" class="form-wait">
        {busy && !answer && <p class="form-part muted">Asking the store…</p>}
      </div>
      {answer && (
        <ProductResults
          answer={answer}
          chosenId={chosen?.id ?? null}
          onChoose={(product) => setChoice({ is: 'product', product })}
        />
      )}
      {choice?.is === 'typed' && (
        <TypedForm key={choice.text} target={target} text={choice.text} onPlan={onPlan} />
      )}
      {chosen?.parentId && instead && (
        <ReadParent
          id={chosen.parentId}
          busy={busy}
          onRead={(next) => {
            setQuery(next);
            setChoice(null);
            products.ask(next);
          }}
        />
      )}
      {chosen && chosen.type !== 'grouped' && (
        <ProductForm
          key={chosen.id}
          target={target}
          product={chosen}
          cart={cart}
          instead={instead}
          onPlan={onPlan}
        />
      )}
      {chosen?.type === 'grouped' && (
        <Grouped
          key={chosen.id}
          product={chosen}
          target={target}
          products={products}
          busy={busy}
          onPlan={onPlan}
        />
      )}
    </Dialog>
  );
}

interface ReadParentProps {
  readonly id: number;
  readonly busy: boolean;
  readonly onRead: (query: ProductQuery) => void;
}

/** v2 names the line of a variation by the variation alone: its others are told by their product. */
function ReadParent({ id, busy, onRead }: ReadParentProps) {
  return (
    <div class="form-part">
      <p>This is one variation of product {id}.</p>
      <button
        type="button"
        class="button"
        disabled={busy}
        onClick={() => onRead({ by: 'id', text: String(id) })}
      >
        Read all its variations
      </button>
    </div>
  );
}

interface GroupedProps {
  readonly product: Product;
  readonly target: WriteTarget;
  readonly products: ReturnType<typeof useProducts>;
  readonly busy: boolean;
  readonly onPlan: (planned: PlannedAct) => void;
}

/** A grouped product, whose answer names ids alone. */
function Grouped({ product, target, products, busy, onPlan }: GroupedProps) {
  const query: ProductQuery = { by: 'ids', text: product.children.join(',') };
  const answer = products.answerTo(query);
  return (
    <GroupedForm
      target={target}
      product={product}
      known={answer?.products ?? []}
      busy={busy}
      onRead={answer ? null : () => products.ask(query)}
      onPlan={onPlan}
    />
  );
}
