import { isObject, joinPath } from './fit.ts';
import { isIndex, isV2Cart, isWholeV1Cart } from './kind.ts';

/** A cart inside an answer of a front end's own making. */
export interface WrappedCart {
  readonly cart: unknown;
  /** Where it stands: `cart`, `data.cart`. */
  readonly path: string;
}

/** Levels below the answer that are looked at: `{data: {cart}}` has two. */
const DEEPEST = 2;

/** Fields of one level that are looked at; a cart stands among few. */
const MOST_FIELDS = 50;

/**
 * The cart that a front end's own server put into an answer of its own (`{cart}`, `{data: {cart}}`), told by its
 * shape; null where the answer is a cart itself, where none is in it, and where several are.
 */
export function wrappedCart(json: unknown): WrappedCart | null {
  if (isCart(json) || isIndex(json)) return null;
  let level: readonly WrappedCart[] = [{ cart: json, path: '' }];
  const found: WrappedCart[] = [];
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const fields = level.flatMap(fieldsOf);
    found.push(...fields.filter(({ cart }) => isCart(cart)));
    level = fields.filter(({ cart }) => !isCart(cart));
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The schema of a cart, which an index holds, has its fields, but no texts in them. */
function isCart(json: unknown): boolean {
  if (isWholeV1Cart(json)) return true;
  return isV2Cart(json) && [json.cart_key, json.cart_hash].some((id) => typeof id === 'string');
}

function fieldsOf({ cart, path }: WrappedCart): WrappedCart[] {
  if (!isObject(cart)) return [];
  return Object.entries(cart)
    .slice(0, MOST_FIELDS)
    .map(([name, value]) => ({ cart: value, path: joinPath(path, name) }));
}
