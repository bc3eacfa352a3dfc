import type { Cart, Currency, Line } from '../cart/cart.ts';
import type { Problems } from './fit.ts';
import { isObject } from './fit.ts';
import { isV1Cart, isV1Item } from './kind.ts';
import { blankCart, createMoneyContext, readV2Cart } from './read-cart.ts';
import { readLines, readV1Line, readV2Line } from './read-lines.ts';
import { digitsAreMajor, readTotals } from './read-totals.ts';
import type { Kind } from './reading.ts';

interface CartContext {
  /** Key that the answer's headers name, on a cart route. */
  readonly headerKey: string | null;
  /** The request asked for formatted text instead of amounts. */
  readonly formatted: boolean;
  /** The store's currency, for answers that name none. */
  readonly known: Currency | null;
}

interface CartAnswer {
  readonly cart: Cart;
  readonly item: Line | null;
}

/** The cart, as far as an answer of this kind holds one; null for the kinds that hold none. */
export function readCartOf(
  kind: Kind,
  json: unknown,
  context: CartContext,
  problems: Problems,
): CartAnswer | null {
  switch (kind) {
    case 'cart':
    case 'session':
      return { cart: readWhole(kind, json, context, problems), item: null };
    case 'items':
    case 'item':
      return readParts(kind, json, context, problems);
    case 'totals':
      return { cart: readWooCommerceTotals(json, context, problems), item: null };
    default:
      return null;
  }
}

function readWhole(
  kind: 'cart' | 'session',
  json: unknown,
  { headerKey, formatted, known }: CartContext,
  problems: Problems,
): Cart {
  if (isV1Cart(json)) {
    const money = createMoneyContext(null, known, problems);
    const lines = readLines(json, '', money.money, problems, readV1Line);
    money.settle();
    return { ...blankCart(headerKey, money), lines };
  }
  if (isObject(json)) return readV2Cart(json, headerKey, known, formatted, problems);
  // `[]` from a cart route is a cart without lines; from a session it says nothing of them (3.0.17
  // answers it for a cart that has some).
  const money = createMoneyContext(null, known, problems);
  return { ...blankCart(headerKey, money), lines: kind === 'cart' ? [] : null };
}

function readParts(
  kind: 'items' | 'item',
  json: unknown,
  { headerKey, formatted, known }: CartContext,
  problems: Problems,
): CartAnswer {
  const context = createMoneyContext(null, known, problems, { formatted });
  const { money } = context;
  const isV1 = kind === 'item' ? isV1Item(json) : isV1Cart(json);
  const readLine = isV1 ? readV1Line : readV2Line;
  const item = kind === 'item' ? readLine(json, '', null, money, problems) : null;
  const lines =
    kind === 'item' ? (item ? [item] : null) : readLines(json, '', money, problems, readLine);
  context.settle();
  return { cart: { ...blankCart(headerKey, context), lines }, item };
}

/** `/cart/totals`, v1 `totals`, and `calculate` with totals: WooCommerce's own array. */
function readWooCommerceTotals(
  json: unknown,
  { headerKey, formatted, known }: CartContext,
  problems: Problems,
): Cart {
  const allMajor = isObject(json) && digitsAreMajor(json);
  const context = createMoneyContext(null, known, problems, { allMajor, formatted });
  const totals = readTotals(json, '', context.money);
  context.settle();
  return { ...blankCart(headerKey, context), totals };
}
