import { isObject } from './fit.ts';
import { isTotals } from './read-totals.ts';
import type { Kind } from './reading.ts';
import type { Route } from './routes.ts';

/** Tells a v2 cart by its shape alone, at whatever address: a white-label store's, or a front end's own. */
export function isV2Cart(json: unknown): json is Record<string, unknown> {
  return (
    isObject(json) &&
    ('cart_key' in json || 'cart_hash' in json) &&
    'items' in json &&
    ('currency' in json || 'totals' in json)
  );
}

/** Tells a cart of v1, or of v2 with `default=true`: WooCommerce's items by item key. */
export function isV1Cart(json: unknown): json is Record<string, unknown> {
  if (!isObject(json)) return false;
  return !('items' in json) && Object.values(json).some(isV1Item);
}

/** Tells a cart of v1 by its shape alone: nothing but items, each under its own key. */
export function isWholeV1Cart(json: unknown): boolean {
  const entries = isObject(json) ? Object.entries(json) : [];
  return entries.length > 0 && entries.every(([key, item]) => isV1Item(item) && item.key === key);
}

/** Tells an item of v1. */
export function isV1Item(json: unknown): json is Record<string, unknown> {
  return (
    isObject(json) &&
    'product_id' in json &&
    'quantity' in json &&
    ('line_total' in json || 'data_hash' in json || 'variation_id' in json)
  );
}

/** Tells an item of v2. */
export function isV2Item(json: unknown): json is Record<string, unknown> {
  return isObject(json) && 'item_key' in json && !('items' in json);
}

/** Tells a route index: of the REST root, of a namespace, or of one route (OPTIONS). */
export function isIndex(json: unknown): boolean {
  return (
    isObject(json) &&
    ('namespace' in json || 'namespaces' in json) &&
    ('routes' in json || 'endpoints' in json)
  );
}

/** Tells the facts of a store: `GET /cocart/v2/store`. */
export function isStore(json: unknown): boolean {
  return isObject(json) && 'home_url' in json && 'store_address' in json;
}

/** What a JSON answer that is no error turned out to be: its shape where it is telling, else what the route says. */
export function kindOfJson(json: unknown, route: Route | null, method: string): Kind {
  if (method === 'OPTIONS' || isIndex(json)) return 'index';
  if (typeof json === 'string' || json === true) return 'message';
  if (!route) return kindByShape(json);
  // PHP's empty array: a cart without lines, whatever was asked of it.
  if (route.cart && route.answer !== 'items' && isEmptyList(json)) return 'cart';
  switch (route.answer) {
    case 'cart':
      return kindOfCartAnswer(json);
    case 'items':
      return isContainer(json) && !isMessage(json) ? 'items' : kindByShape(json);
    case 'item':
      return isObject(json) && !isMessage(json) ? 'item' : kindByShape(json);
    case 'count':
      return typeof json === 'number' ? 'count' : kindByShape(json);
    case 'totals':
    case 'session':
    case 'store':
    case 'product':
      return isContainer(json) && !isMessage(json) ? route.answer : kindByShape(json);
    case 'sessions':
    case 'products':
      return isContainer(json) ? route.answer : kindByShape(json);
    case 'index':
      return 'index';
    case 'other':
      return isMessage(json) ? 'message' : 'other';
  }
}

/** A cart route answers a cart, and by its options an item, items, the totals or a message. */
function kindOfCartAnswer(json: unknown): Kind {
  if (Array.isArray(json)) return json.every(isV2Item) ? 'items' : 'other';
  if (!isObject(json)) return kindByShape(json);
  if (isV2Item(json) || isV1Item(json)) return 'item';
  if (isMessage(json) && !isV2Cart(json)) return 'message';
  if (isTotals(json)) return 'totals';
  const values = Object.values(json);
  return values.length > 0 && values.every(isV2Item) ? 'items' : 'cart';
}

function kindByShape(json: unknown): Kind {
  if (isV2Cart(json) || isWholeV1Cart(json)) return 'cart';
  if (isStore(json)) return 'store';
  return isMessage(json) ? 'message' : 'other';
}

function isEmptyList(json: unknown): boolean {
  return Array.isArray(json) && json.length === 0;
}

function isContainer(json: unknown): boolean {
  return typeof json === 'object' && json !== null;
}

function isMessage(json: unknown): boolean {
  return isObject(json) && typeof json.message === 'string';
}
