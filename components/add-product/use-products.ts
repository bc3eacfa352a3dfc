import { useEffect, useState } from 'preact/hooks';
import type { WriteTarget } from '../../lib/action/write-target.ts';
import type { ApiVersion } from '../../lib/cocart/reading.ts';
import type { Host } from '../../lib/host.ts';
import { askProducts } from '../../lib/products/ask-products.ts';
import type { ProductQuery } from '../../lib/products/product-query.ts';
import { productRequest } from '../../lib/products/product-request.ts';
import { type ProductAnswer, readProducts } from '../../lib/products/read-products.ts';
import type { Wishes } from '../session/use-wishes.ts';

/** Answers that are remembered while the dialog is open. */
const MOST_ANSWERS = 20;

interface Products {
  /** Asks the store; has to be called from a press. */
  readonly ask: (query: ProductQuery) => void;
  /** Null until the store answered. */
  readonly answerTo: (query: ProductQuery | null) => ProductAnswer | null;
}

/** Asks the store for products, and hears its answers as they are captured. `api` null asks nothing. */
export function useProducts(
  host: Pick<Host, 'tabId' | 'watchCaptures'>,
  { store }: WriteTarget,
  api: ApiVersion | null,
  wishes: Wishes,
): Products {
  const [answers, setAnswers] = useState<ReadonlyMap<string, ProductAnswer>>(new Map());
  useEffect(
    () =>
      host.watchCaptures((captures) => {
        const own = captures.filter(
          ({ exchange }) =>
            exchange.sender === 'extension' && exchange.request.url.includes('/products'),
        );
        if (own.length === 0) return;
        const news = own.map(
          ({ exchange }) => [exchange.request.url, readProducts(exchange)] as const,
        );
        setAnswers((known) => new Map([...known, ...news].slice(-MOST_ANSWERS)));
      }),
    [host],
  );
  const { tabId } = host;
  return {
    ask(query) {
      if (api === null || tabId === null) return;
      const { url } = productRequest(store, api, query);
      // What is asked again is not shown as if it were the new answer.
      setAnswers((known) => new Map([...known].filter(([asked]) => asked !== url)));
      wishes.perform(askProducts(tabId, store, api, query));
    },
    answerTo: (query) =>
      query && api ? (answers.get(productRequest(store, api, query).url) ?? null) : null,
  };
}
