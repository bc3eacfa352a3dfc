import { isObject, Problems } from '../cocart/fit.ts';
import { readExchange } from '../cocart/read-exchange.ts';
import type { Problem, Reading } from '../cocart/reading.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Failure } from '../outcome.ts';
import { boundedEntries } from './bounded-entries.ts';
import type { Product } from './product.ts';
import { readProduct } from './read-product.ts';

/** A page of the store's own list has at most so many. */
const MOST_PRODUCTS = 100;

/** What a store answered when it was asked for products. */
export interface ProductAnswer {
  readonly products: readonly Product[];
  /** How many there are on all pages; null where the answer does not say. */
  readonly total: number | null;
  /** Why there are none to read; null where the store answered with products, be it none. */
  readonly failure: Failure | null;
  readonly problems: readonly Problem[];
}

/** Reads a list of products (v2: an object since 3.2, a list before; v1: a list), or a single one. */
export function readProducts(exchange: Exchange): ProductAnswer {
  const reading = readExchange(exchange);
  const failure = failureOf(reading);
  if (failure) return { products: [], total: null, failure, problems: reading.problems };
  const { json } = reading;
  const problems = new Problems();
  const held = isObject(json) && 'products' in json ? json.products : json;
  const isOne = isObject(held) && 'id' in held;
  const path = held === json ? '' : 'products';
  const products = (
    isOne ? [['', held] as const] : boundedEntries(held, path, MOST_PRODUCTS, problems)
  ).flatMap(([step, entry]) => readProduct(entry, isOne ? '' : `${path}[${step}]`, problems) ?? []);
  return {
    products,
    total: totalOf(exchange, json),
    failure: null,
    problems: [...reading.problems, ...problems.list()],
  };
}

function failureOf({ error, kind, status, json }: Reading): Failure | null {
  if (!error && (isObject(json) || Array.isArray(json))) return null;
  const code = error?.code;
  if (code && NOT_THERE.test(code)) {
    return {
      what: 'The store has no such product.',
      why: error?.message ?? '',
      todo: 'Look for another name, SKU or id.',
    };
  }
  return {
    what: `The store gave no products (HTTP ${status}).`,
    why: error?.message ?? code ?? `It answered with “${kind}”.`,
    todo:
      code === 'rest_no_route'
        ? 'This store has no products in its API: add by id or SKU.'
        : 'Try again, or add by id or SKU.',
  };
}

/** `cocart_product_invalid_id`, `cocart_unknown_product_id`, `cocart_product_variation_invalid_id`. */
const NOT_THERE = /^cocart_(?:unknown_product_id|product_(?:\w+_)?invalid_id)$/;

function totalOf({ response }: Exchange, json: unknown): number | null {
  const header = response.headers.find(({ name }) => name.toLowerCase() === 'x-wp-total')?.value;
  const told = isObject(json) ? json.total_products : undefined;
  const total = Number(told ?? header ?? Number.NaN);
  return Number.isSafeInteger(total) && total >= 0 ? total : null;
}
