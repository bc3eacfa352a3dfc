import type { CallName } from '../cocart/routes.ts';

/**
 * What a method of the SDK takes, in order: a segment of the route by its place, all of the query, all of
 * the body, or of the body `id`, `quantity` and what is left.
 */
export type SdkArgument = number | 'query' | 'body' | 'id' | 'quantity' | 'rest';

/** The SDK’s method for a call of v2, and what it takes (`cocart-headless/cocart-js`, `src/endpoints`, 1.0 to 1.2). */
export const SDK_METHODS: Partial<Record<CallName, readonly [string, ...SdkArgument[]]>> = {
  'get-cart': ['cart().get', 'query'],
  'create-cart': ['cart().create'],
  items: ['cart().getItems', 'query'],
  'count-items': ['cart().getItemCount'],
  item: ['cart().getItem', 2, 'query'],
  'update-item': ['cart().updateItem', 2, 'quantity', 'rest'],
  'restore-item': ['cart().restoreItem', 2],
  'remove-item': ['cart().removeItem', 2],
  'add-item': ['cart().addItem', 'id', 'quantity', 'rest'],
  clear: ['cart().clear'],
  update: ['cart().update', 'body'],
  calculate: ['cart().calculate', 'body'],
  totals: ['cart().getTotals'],
  store: ['store().info', 'query'],
  sessions: ['sessions().all', 'query'],
  session: ['sessions().find', 1, 'query'],
  'session-items': ['sessions().getItems', 1],
  'delete-session': ['sessions().destroy', 1],
  products: ['products().all', 'query'],
  product: ['products().find', 1, 'query'],
  variations: ['products().variations', 1, 'query'],
  variation: ['products().variation', 1, 3, 'query'],
  categories: ['products().categories', 'query'],
  category: ['products().category', 2, 'query'],
  tags: ['products().tags', 'query'],
  tag: ['products().tag', 2, 'query'],
  brands: ['products().brands', 'query'],
  brand: ['products().brand', 2, 'query'],
  attributes: ['products().attributes', 'query'],
  attribute: ['products().attribute', 2, 'query'],
  terms: ['products().attributeTerms', 2, 'query'],
  term: ['products().attributeTerm', 2, 4, 'query'],
  reviews: ['products().reviews', 'query'],
  'my-reviews': ['products().myReviews', 'query'],
};

/** Methods that the SDK refuses while it is set to the plugin before 5.0 (`requiresBasic`). */
export const REFUSED_BEFORE_5: ReadonlySet<CallName> = new Set([
  'create-cart',
  'variation',
  'category',
  'tag',
  'brands',
  'brand',
  'my-reviews',
]);
