import type { ApiVersion } from './reading.ts';

/**
 * What a route answers when all is well. `cart` routes answer a cart, but options make it an item,
 * the totals or a message: the shape then decides.
 */
export type Answer =
  | 'cart'
  | 'items'
  | 'item'
  | 'count'
  | 'totals'
  | 'session'
  | 'sessions'
  | 'products'
  | 'product'
  | 'store'
  | 'index'
  | 'other';

/** Name of the call, methods, path below the namespace, answer. `{name:key}` is a parameter that holds a cart key. */
type Row = readonly [call: string, methods: string, path: string, answer: Answer];

/** Routes that are about one cart: their key headers name it. CoCart 3.0 to 5.0. */
const V2_CART = [
  ['get-cart', 'GET HEAD', 'cart', 'cart'],
  ['create-cart', 'POST', 'cart', 'cart'],
  ['items', 'GET HEAD', 'cart/items', 'items'],
  ['count-items', 'GET HEAD', 'cart/items/count', 'count'],
  ['item', 'GET HEAD', 'cart/item/{item}', 'item'],
  ['update-item', 'POST', 'cart/item/{item}', 'cart'],
  ['restore-item', 'PUT PATCH', 'cart/item/{item}', 'cart'],
  ['remove-item', 'DELETE', 'cart/item/{item}', 'cart'],
  ['add-item', 'POST', 'cart/add-item', 'cart'],
  ['add-items', 'POST', 'cart/add-items', 'cart'],
  ['clear', 'POST', 'cart/clear', 'cart'],
  ['update', 'POST', 'cart/update', 'cart'],
  ['calculate', 'POST', 'cart/calculate', 'cart'],
  ['totals', 'GET HEAD', 'cart/totals', 'totals'],
  // CoCart Plus: several calls in one, answered by the cart after all of them.
  ['batch', 'POST', 'batch', 'cart'],
] as const satisfies readonly Row[];

const V2_OTHER = [
  ['index', 'GET HEAD', '', 'index'],
  ['store', 'GET HEAD', 'store', 'store'],
  ['login', 'POST', 'login', 'other'],
  ['logout', 'POST', 'logout', 'other'],
  ['sessions', 'GET HEAD', 'sessions', 'sessions'],
  ['session', 'GET HEAD', 'session/{session_key:key}', 'session'],
  ['session-items', 'GET HEAD', 'session/{session_key:key}/items', 'items'],
  ['delete-session', 'DELETE', 'session/{session_key:key}', 'other'],
  // 5.0 moved the single session below /sessions.
  ['session', 'GET HEAD', 'sessions/{id:key}', 'session'],
  ['session-items', 'GET HEAD', 'sessions/{id:key}/items', 'items'],
  ['delete-session', 'DELETE', 'sessions/{id:key}', 'other'],
] as const satisfies readonly Row[];

/** CoCart 2.0 to 5.0. */
const V1_CART = [
  ['get-cart', 'GET HEAD', 'get-cart', 'cart'],
  ['saved-cart', 'GET HEAD', 'get-cart/customer/{id}', 'cart'],
  ['get-cart', 'GET HEAD', 'get-cart/{id:key}', 'cart'],
  ['add-item', 'POST', 'add-item', 'cart'],
  // A GET that writes: it restores a removed item.
  ['restore-item', 'GET', 'item', 'cart'],
  ['update-item', 'POST', 'item', 'cart'],
  ['remove-item', 'DELETE', 'item', 'cart'],
  ['count-items', 'GET HEAD', 'count-items', 'count'],
  ['clear', 'POST', 'clear', 'cart'],
  ['totals', 'GET HEAD', 'totals', 'totals'],
  ['calculate', 'POST', 'calculate', 'cart'],
] as const satisfies readonly Row[];

const V1_OTHER = [
  ['index', 'GET HEAD', '', 'index'],
  ['logout', 'POST', 'logout', 'other'],
] as const satisfies readonly Row[];

/** In both APIs: v1 by the Products add-on up to 3.0, in the plugin from 3.1. */
const PRODUCTS = [
  ['products', 'GET HEAD', 'products', 'products'],
  ['categories', 'GET HEAD', 'products/categories', 'other'],
  ['category', 'GET HEAD', 'products/categories/{id}', 'other'],
  ['tags', 'GET HEAD', 'products/tags', 'other'],
  ['tag', 'GET HEAD', 'products/tags/{id}', 'other'],
  ['brands', 'GET HEAD', 'products/brands', 'other'],
  ['brand', 'GET HEAD', 'products/brands/{id}', 'other'],
  ['attributes', 'GET HEAD', 'products/attributes', 'other'],
  ['attribute', 'GET HEAD', 'products/attributes/{id}', 'other'],
  ['terms', 'GET HEAD', 'products/attributes/{id}/terms', 'other'],
  ['term', 'GET HEAD', 'products/attributes/{id}/terms/{term}', 'other'],
  ['reviews', 'GET HEAD', 'products/reviews', 'other'],
  ['create-review', 'POST', 'products/reviews', 'other'],
  ['my-reviews', 'GET HEAD', 'products/reviews/mine', 'other'],
  ['review', 'GET HEAD', 'products/reviews/{id}', 'other'],
  ['variations', 'GET HEAD', 'products/{id}/variations', 'products'],
  ['variation', 'GET HEAD', 'products/{id}/variations/{variation}', 'product'],
  ['product', 'GET HEAD', 'products/{id}', 'product'],
] as const satisfies readonly Row[];

/** The name of a row of the route table. */
export type CallName =
  | (typeof V2_CART)[number][0]
  | (typeof V2_OTHER)[number][0]
  | (typeof V1_CART)[number][0]
  | (typeof V1_OTHER)[number][0]
  | (typeof PRODUCTS)[number][0];

/** A row that a call matched. */
export interface Route {
  readonly call: CallName;
  readonly answer: Answer;
  /** True where the answer's key header names the cart that the call was about. */
  readonly cart: boolean;
  /** The cart key that stands in the path, with its parameter's name. */
  readonly pathKey: { readonly name: string; readonly key: string } | null;
}

interface CompiledRow extends Omit<Route, 'pathKey'> {
  readonly api: ApiVersion;
  readonly methods: readonly string[];
  readonly pattern: RegExp;
  readonly keyName: string | null;
}

const ROWS: readonly CompiledRow[] = [
  ...compile('v2', true, V2_CART),
  ...compile('v2', false, V2_OTHER),
  ...compile('v1', true, V1_CART),
  ...compile('v1', false, V1_OTHER),
  ...compile('v2', false, PRODUCTS),
  ...compile('v1', false, PRODUCTS),
];

function compile(
  api: ApiVersion,
  cart: boolean,
  rows: readonly (readonly [CallName, string, string, Answer])[],
): CompiledRow[] {
  return rows.map(([call, methods, path, answer]) => {
    const keyName = /\{(\w+):key\}/.exec(path)?.[1] ?? null;
    const pattern = path.replace(/\{\w+:key\}/, '(?<key>[^/]+)').replace(/\{\w+\}/g, '[^/]+');
    return {
      api,
      call,
      answer,
      cart,
      keyName,
      methods: methods.split(' '),
      pattern: new RegExp(`^${pattern}$`),
    };
  });
}

/** Finds the row of a call. `path` is what stands below the namespace, without slashes at its ends. */
export function matchRoute(api: ApiVersion, method: string, path: string): Route | null {
  for (const { pattern, methods, ...row } of ROWS) {
    if (row.api !== api || !methods.includes(method)) continue;
    const match = pattern.exec(path);
    if (!match) continue;
    const { call, answer, cart, keyName } = row;
    const key = match.groups?.key;
    return { call, answer, cart, pathKey: keyName && key ? { name: keyName, key } : null };
  }
  return null;
}
