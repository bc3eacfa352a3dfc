import { ownerOf } from '../cocart/cart-key.ts';
import { readExchange } from '../cocart/read-exchange.ts';
import type { Exchange } from '../http/exchange.ts';
import { type CopiedRequest, copiedRequest } from './copied-request.ts';
import { curl } from './curl.ts';
import { fetchInPage } from './fetch.ts';
import { jquery } from './jquery.ts';
import { node } from './node.ts';
import { php } from './php.ts';
import { sdk } from './sdk.ts';
import { wordpress } from './wordpress.ts';

/** A language that requests are copied as. */
export interface Language {
  readonly name: string;
  readonly write: (request: CopiedRequest) => string;
}

/** In the order in which they are offered. */
export const LANGUAGES: readonly Language[] = [
  { name: 'cURL', write: curl },
  { name: 'fetch', write: fetchInPage },
  { name: 'Node.js', write: node },
  { name: 'jQuery', write: jquery },
  { name: 'PHP (cURL)', write: php },
  { name: 'WordPress HTTP API', write: wordpress },
  { name: 'CoCart JavaScript SDK', write: sdk },
];

/** The request of an exchange as code; `real` puts the key and the credentials in instead of variables. */
export function copyAs({ write }: Language, exchange: Exchange, real: boolean): string {
  const { sightings, version } = readExchange(exchange);
  // A user id is no secret.
  const keys = sightings.map(({ key }) => key).filter((key) => ownerOf(key) === 'guest');
  return write(copiedRequest(exchange.request, { real, keys, version }));
}
