import type { Exchange, Header } from '../http/exchange.ts';
import { decodeJwt, type Jwt } from './jwt.ts';

/** A cart API beside CoCart that a page may use as well: its session is another one. */
export type ForeignApi = 'Store API' | 'WooGraphQL';

/** A session of another cart API, as one exchange carried it. It is shown and never used. */
export interface ForeignSession {
  readonly api: ForeignApi;
  readonly side: 'request' | 'response';
  /** The header as it stood there. */
  readonly name: string;
  /** Cut where it is long; a credential where `secret` says so. */
  readonly value: string;
  readonly secret: boolean;
  /** What the header is for, in a sentence. */
  readonly is: string;
  /** What its token says, where it is one that can be read. */
  readonly token: Jwt | null;
  /** What is wrong with it; null for nothing. */
  readonly doubt: string | null;
}

interface Row {
  readonly api: ForeignApi;
  readonly side: 'request' | 'response' | 'both';
  /** In small letters. */
  readonly name: string;
  readonly is: string;
  readonly holds: 'token' | 'secret' | 'text';
  /** True for names that others use, too: they count on the API's own addresses alone. */
  readonly common: boolean;
  readonly source: string;
}

/** Headers of other cart APIs. One row a header. */
export const FOREIGN_HEADERS: readonly Row[] = [
  {
    api: 'Store API',
    side: 'both',
    name: 'cart-token',
    is: 'It names the cart of WooCommerce’s Store API. It is no CoCart key, and CoCart’s Cart-Key is not it.',
    holds: 'token',
    common: false,
    source: 'WooCommerce Store API, Cart Tokens',
  },
  {
    api: 'Store API',
    side: 'both',
    name: 'nonce',
    is: 'The Store API wants it with changes made by cookie. CoCart issues and needs none.',
    holds: 'secret',
    common: true,
    source: 'WooCommerce Store API, Nonce Tokens',
  },
  {
    api: 'Store API',
    side: 'both',
    name: 'x-wc-store-api-nonce',
    is: 'The Store API’s nonce of older WooCommerce. CoCart issues and needs none.',
    holds: 'secret',
    common: false,
    source: 'WooCommerce Blocks before 7',
  },
  {
    api: 'Store API',
    side: 'response',
    name: 'cart-hash',
    is: 'The Store API’s word for what is in its cart.',
    holds: 'text',
    common: true,
    source: 'WooCommerce Store API',
  },
  {
    api: 'WooGraphQL',
    side: 'both',
    name: 'woocommerce-session',
    is: 'It names the cart of WooGraphQL. It is no CoCart key.',
    holds: 'token',
    common: false,
    source: 'WooGraphQL, Session Handling',
  },
];

/** Characters of a value that are kept. */
const MAX_VALUE = 4096;

/** Headers of one side that are looked at. */
const MAX_HEADERS = 500;

/** Sessions of other cart APIs in an exchange's headers. Reads, and sends nothing. */
export function foreignSessions({ request, response }: Exchange): readonly ForeignSession[] {
  const isStoreApi = /\/wc\/store(?:\/|$|[?&])/.test(readable(request.url));
  return [
    ...onSide('request', request.headers, isStoreApi),
    ...onSide('response', response.headers, isStoreApi),
  ];
}

function onSide(
  side: 'request' | 'response',
  headers: readonly Header[],
  isStoreApi: boolean,
): ForeignSession[] {
  return headers.slice(0, MAX_HEADERS).flatMap(({ name, value }) => {
    const row = FOREIGN_HEADERS.find(
      (candidate) =>
        candidate.name === name.toLowerCase() &&
        (candidate.side === 'both' || candidate.side === side) &&
        (isStoreApi || !candidate.common),
    );
    return row ? [sessionOf(row, side, name, value)] : [];
  });
}

function sessionOf(
  row: Row,
  side: 'request' | 'response',
  name: string,
  value: string,
): ForeignSession {
  const read = row.holds === 'token' ? decodeJwt(value) : null;
  const token = read?.is === 'jwt' ? read : null;
  return {
    api: row.api,
    side,
    name,
    value: value.slice(0, MAX_VALUE),
    secret: row.holds !== 'text',
    is: row.is,
    token,
    doubt: doubtOf(value, read?.is === 'none' ? read.why : null),
  };
}

function doubtOf(value: string, unread: string | null): string | null {
  if (value.trim() === '') return 'It is empty.';
  if (unread !== null) return `Its token cannot be read. ${unread}`;
  return value.length > MAX_VALUE ? `It is ${value.length} characters long.` : null;
}

/** `?rest_route=%2Fwc%2Fstore…` stands for the path as well. */
function readable(url: string): string {
  return url.slice(0, MAX_VALUE).replaceAll(/%2F/gi, '/');
}
