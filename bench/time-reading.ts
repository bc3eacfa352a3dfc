import { readExchange } from '../lib/cocart/read-exchange.ts';
import type { Exchange } from '../lib/http/exchange.ts';
import { interleave, MEDIAN_OF_200 } from './interleave.ts';

/** Medians in ms. */
export interface ReadingTimes {
  readonly reading: number;
  readonly parsing: number;
}

/** Times parse, validate and normalise against JSON.parse of the same text. Runs in Node and in a page. */
export function timeReading(exchange: Exchange): ReadingTimes {
  const text = exchange.response.body.text ?? '';
  const [reading = Number.NaN, parsing = Number.NaN] = interleave(
    [() => readExchange(exchange).cart, () => JSON.parse(text)],
    MEDIAN_OF_200,
  );
  return { reading, parsing };
}
