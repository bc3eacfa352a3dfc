import type { KeyAt } from './obeys.ts';
import type { PagePlace } from './page-place.ts';
import type { VersionSpan } from './version-span.ts';

/**
 * Whether a store obeys a key that stands in a place.
 *
 * - `wins`: it chooses the cart, against every other place.
 * - `yes`: it chooses the cart where no place that wins says otherwise.
 * - `ignored-because`: other versions, or other visitors, are obeyed here; this store does not.
 * - `no`: no version takes a cart from this place.
 * - `unknown`: that depends on something which is not known here; `why` says on what.
 */
export type Obeyed = 'yes' | 'no' | 'wins' | 'ignored-because' | 'unknown';

/** One fact: what CoCart of some versions does with a key in a place. */
export interface ObeyRule {
  readonly place: KeyPlaceKind;
  readonly span: VersionSpan;
  /** True where it holds for a signed-in customer alone. */
  readonly signedIn?: true;
  readonly obeyed: Obeyed;
  readonly why: string;
  /** The versions in words. */
  readonly versions: string;
  /** Where the fact is known from: a measured store, or the source of a version. */
  readonly source: string;
}

export type KeyPlaceKind =
  | 'query'
  | 'load-cart'
  | 'path'
  | 'key-header'
  | 'cart-key-header'
  | 'front-end-header'
  | 'json-body'
  | 'form-body'
  | 'unread-body'
  | 'cocart-cookie'
  | 'woocommerce-cookie'
  | 'front-end-cookie'
  | 'storage'
  | 'answer'
  | 'set-cookie'
  | 'to-front-end'
  | 'from-front-end'
  | Exclude<PagePlace, 'call'>;

/** Which place it is; null for one that nothing is known of. */
export function placeKind({
  source,
  name,
  body = null,
  through = false,
  page,
}: KeyAt): KeyPlaceKind | null {
  const lower = name.toLowerCase();
  if (through) return isSent(source) ? 'to-front-end' : 'from-front-end';
  switch (source) {
    case 'page-address':
    case 'redirect-address':
      return page === 'call' ? queryKind(lower) : (page ?? null);
    case 'query':
      return queryKind(lower);
    case 'path':
      return 'path';
    case 'request-header':
      if (lower === 'cocart-api-cart-key') return 'key-header';
      if (lower === 'cart-key') return 'cart-key-header';
      return lower === 'x-cart-key' || lower === 'x-cocart-key' ? 'front-end-header' : null;
    case 'request-body':
      if (body === null) return 'unread-body';
      return body === 'json' ? 'json-body' : 'form-body';
    case 'cookie':
    case 'session-cookie':
      if (/^wp_cocart_session_|^wp-cocartpantheon$/.test(name)) return 'cocart-cookie';
      return name.startsWith('wp_woocommerce_session_') ? 'woocommerce-cookie' : 'front-end-cookie';
    case 'localStorage':
    case 'sessionStorage':
      return 'storage';
    case 'response-header':
    case 'body':
      return 'answer';
    case 'set-cookie':
      return 'set-cookie';
  }
}

function queryKind(name: string): KeyPlaceKind | null {
  if (name === 'cocart-load-cart') return 'load-cart';
  return name === 'cart_key' ? 'query' : null;
}

const SENT: ReadonlySet<KeyAt['source']> = new Set([
  'query',
  'path',
  'request-header',
  'request-body',
  'cookie',
]);

/** True for the places of a request. */
export function isSent(source: KeyAt['source']): boolean {
  return SENT.has(source);
}

const MOVES =
  'A customer is signed in, and the answer is about the customer’s own cart, whatever key is sent.';

const SIGNS_IN =
  'With the c_hash beside it, it signs whoever opens this address in as that customer, without a password. Give it to nobody.';

const ELSEWHERE =
  'With the c_hash beside it, CoCart 4.4.0-beta.6 signs whoever opens this address in as that customer, without a password: give it to nobody.';

/** Every rule; of those for one place the first that fits holds. Known from 3.0 on. */
export const OBEY_RULES: readonly ObeyRule[] = [
  {
    place: 'query',
    span: { before: '3.1' },
    signedIn: true,
    obeyed: 'ignored-because',
    why: `${MOVES} Nothing is moved: the header of the answer still names the guest’s key, its body the customer’s.`,
    versions: '3.0',
    source: 'measured on 3.0.17',
  },
  {
    place: 'query',
    span: { from: '3.1', before: '4.2' },
    signedIn: true,
    obeyed: 'ignored-because',
    why: `${MOVES} The customer gets what stands in either cart, and the guest’s stays.`,
    versions: '3.1 to 4.1',
    source: 'measured on 3.12.0',
  },
  {
    place: 'query',
    span: { from: '4.2' },
    signedIn: true,
    obeyed: 'ignored-because',
    why: `${MOVES} Careful: the guest’s cart is moved into it, and the customer’s own lines are gone.`,
    versions: '4.2 and later',
    source: 'measured on 4.3.6 and 4.4.0-beta.6',
  },
  {
    place: 'query',
    span: { before: '4.2' },
    obeyed: 'wins',
    why: 'The key in the query replaces that of the session cookie; no header is read.',
    versions: '3.0 to 4.1',
    source: 'CoCart 3.12.0, class-cocart-session-handler.php',
  },
  {
    place: 'query',
    span: { from: '4.2' },
    obeyed: 'yes',
    why: 'The key in the query chooses the cart, unless a key header is sent as well: that one wins.',
    versions: '4.2 and later',
    source: 'CoCart 4.3.6, class-cocart-session-handler.php',
  },
  {
    place: 'load-cart',
    span: {},
    obeyed: 'no',
    why: 'It is read on pages of the shop alone: there it makes that cart the browser’s, and empties the one before.',
    versions: 'all from 2.1',
    source: 'measured on 3.0.17, 3.12.0, 4.3.6 and 4.4.0-beta.6',
  },
  {
    place: 'path',
    span: {},
    obeyed: 'no',
    why: 'It says which stored session is read or deleted. The cart of the request is another matter.',
    versions: 'all',
    source: 'CoCart 3.12.0 and 4.3.6, sessions routes',
  },
  {
    place: 'key-header',
    span: { before: '4.2' },
    obeyed: 'ignored-because',
    why: 'This version reads no request header. Send the key as ?cart_key= instead.',
    versions: '3.0 to 4.1',
    source: 'CoCart 3.12.0, class-cocart-session-handler.php',
  },
  {
    place: 'key-header',
    span: { from: '4.2' },
    signedIn: true,
    obeyed: 'ignored-because',
    why: `${MOVES} Careful: the guest’s cart is moved into it, and the customer’s own lines are gone.`,
    versions: '4.2 and later',
    source: 'measured on 4.3.6 and 4.4.0-beta.6',
  },
  {
    place: 'key-header',
    span: { from: '4.2', before: '4.4' },
    obeyed: 'wins',
    why: 'The header wins over the query. From another origin a browser may not send it to this version by default: send ?cart_key= from there.',
    versions: '4.2 to 4.3',
    source: 'CoCart 4.3.6, class-cocart-session-handler.php; preflight measured on 4.3.6',
  },
  {
    place: 'key-header',
    span: { from: '4.4' },
    obeyed: 'wins',
    why: 'The header wins over the query.',
    versions: '4.4 and later',
    source: 'CoCart 4.4.0-beta.6; changelog of 4.4 to 4.9',
  },
  {
    place: 'cart-key-header',
    span: { beta: true },
    obeyed: 'unknown',
    why: 'This line became 5.0, which reads Cart-Key; whether this beta does has not been measured.',
    versions: '4.4.0-beta',
    source: 'not measured',
  },
  {
    place: 'cart-key-header',
    span: { before: '5.0' },
    obeyed: 'ignored-because',
    why: 'CoCart reads this header from 5.0 on. @cocart/sdk 1.0 sends it beside ?cart_key=, which is read.',
    versions: '3.0 to 4.9',
    source: 'CoCart 4.3.6, class-cocart-session-handler.php',
  },
  {
    place: 'cart-key-header',
    span: { from: '5.0' },
    signedIn: true,
    obeyed: 'ignored-because',
    why: `${MOVES} A guest’s key is moved into it where the user is a customer or a subscriber.`,
    versions: '5.0',
    source: 'CoCart 5.0 in development',
  },
  {
    place: 'cart-key-header',
    span: { from: '5.0' },
    obeyed: 'wins',
    why: 'The header wins over the query.',
    versions: '5.0',
    source: 'CoCart 5.0 in development',
  },
  {
    place: 'front-end-header',
    span: {},
    obeyed: 'no',
    why: 'It is a word between the front end and its own server. No CoCart reads it: that server has to pass the key on.',
    versions: 'all',
    source: '@cocart/sdk 1.0 adapters; CoCart’s Go example',
  },
  {
    place: 'json-body',
    span: {},
    obeyed: 'no',
    why: 'A key in a JSON body is not read. Send it as ?cart_key= in the address.',
    versions: 'all',
    source: 'CoCart 3.12.0 and 4.3.6: the key is taken from query and form alone',
  },
  {
    place: 'form-body',
    span: { before: '4.2' },
    obeyed: 'wins',
    why: 'A key in a form’s body is read like one in the query.',
    versions: '3.0 to 4.1',
    source: 'CoCart 3.12.0, class-cocart-session-handler.php',
  },
  {
    place: 'form-body',
    span: { from: '4.2' },
    obeyed: 'yes',
    why: 'A key in a form’s body is read like one in the query; a key header wins over it.',
    versions: '4.2 and later',
    source: 'CoCart 4.3.6, class-cocart-session-handler.php',
  },
  {
    place: 'unread-body',
    span: {},
    obeyed: 'unknown',
    why: 'It depends on the body: a form’s key is read, a JSON body’s is not.',
    versions: 'all',
    source: 'CoCart 3.12.0 and 4.3.6',
  },
  {
    place: 'cocart-cookie',
    span: { before: '4.2' },
    obeyed: 'yes',
    why: 'Where the browser sends it, it chooses the cart, and that is the shop’s own; a cart_key in the query goes before it.',
    versions: '3.0 to 4.1',
    source: 'measured on 3.0.17 and 3.12.0',
  },
  {
    place: 'cocart-cookie',
    span: { from: '4.2' },
    obeyed: 'ignored-because',
    why: 'From 4.2 on CoCart has no cookie of its own: this one is left from an older version.',
    versions: '4.2 and later',
    source: 'CoCart 4.3.6, class-cocart-session-handler.php',
  },
  {
    place: 'woocommerce-cookie',
    span: { before: '4.2' },
    obeyed: 'no',
    why: 'These versions keep the shop’s cart in a cookie of their own (wp_cocart_session_…).',
    versions: '3.0 to 4.1',
    source: 'CoCart 3.12.0, class-cocart-session-handler.php',
  },
  {
    place: 'woocommerce-cookie',
    span: { from: '4.2', before: '4.3.8' },
    obeyed: 'no',
    why: 'The shop’s pages obey it, the API does not. Careful: where it is sent along, the shop’s items leak into the API’s cart.',
    versions: '4.2 to 4.3.7',
    source: 'measured on 4.3.6',
  },
  {
    place: 'woocommerce-cookie',
    span: { from: '4.3.8' },
    obeyed: 'no',
    why: 'The shop’s pages obey it, the API does not. Its first part sent as ?cart_key= opens the shop’s cart.',
    versions: '4.3.8 and later',
    source: 'measured on 4.4.0-beta.6',
  },
  {
    place: 'front-end-cookie',
    span: {},
    obeyed: 'no',
    why: 'It is the front end’s own note. The front end, or its server, has to send the key to the store.',
    versions: 'all',
    source: 'CoCart 3.12.0 and 4.3.6 read no such cookie',
  },
  {
    place: 'storage',
    span: {},
    obeyed: 'no',
    why: 'Storage never leaves the browser by itself: the front end has to send the key with each call.',
    versions: 'all',
    source: 'how browsers work',
  },
  {
    place: 'answer',
    span: {},
    obeyed: 'no',
    why: 'It tells which cart answered; it chooses none. Keep it and send it with the next call.',
    versions: 'all',
    source: 'CoCart 3.12.0 and 4.3.6',
  },
  {
    place: 'set-cookie',
    span: {},
    obeyed: 'no',
    why: 'It asks the browser to keep a cookie. What counts is whether the next request carries it.',
    versions: 'all',
    source: 'how browsers work',
  },
  {
    place: 'to-front-end',
    span: {},
    obeyed: 'unknown',
    why: 'It went to the front end’s own server. What that sends to the store is not seen here; the answer tells which cart it asked for.',
    versions: 'all',
    source: 'how front ends with a server of their own work',
  },
  {
    place: 'from-front-end',
    span: {},
    obeyed: 'no',
    why: 'It tells which cart the front end’s own server asked for; it chooses none. Where that server keeps the key, the page need not.',
    versions: 'all',
    source: 'how front ends with a server of their own work',
  },
  {
    place: 'page-load-cart',
    span: { beta: true },
    obeyed: 'yes',
    why: 'A page of the shop makes it the browser’s cart, and empties the one before. Careful: of a key made by the API (no t_) the next page lets go again, and the loaded cart is empty afterwards.',
    versions: '4.4.0-beta',
    source: 'measured on 4.4.0-beta.6',
  },
  {
    place: 'page-load-cart',
    span: {},
    obeyed: 'yes',
    why: 'A page of the shop makes it the browser’s cart, and empties the one that the browser had before.',
    versions: 'all from 2.1',
    source: 'measured on 3.0.17, 3.12.0 and 4.3.6',
  },
  {
    place: 'page-load-user',
    span: {},
    obeyed: 'no',
    why: 'A page of the shop loads no customer’s cart by the user id alone.',
    versions: 'all',
    source: 'CoCart 3.12.0, 4.3.6 and 4.4.0-beta.6, load_cart_action',
  },
  {
    place: 'page-sign-in',
    span: { beta: true },
    obeyed: 'yes',
    why: SIGNS_IN,
    versions: '4.4.0-beta',
    source: 'measured on 4.4.0-beta.6',
  },
  {
    place: 'page-sign-in',
    span: { before: '5.0' },
    obeyed: 'no',
    why: `This version loads no customer’s cart. ${ELSEWHERE}`,
    versions: '3.0 to 4.9',
    source: 'CoCart 4.3.6, load_cart_action; measured on 4.4.0-beta.6',
  },
  {
    place: 'page-sign-in',
    span: { from: '5.0' },
    obeyed: 'yes',
    why: SIGNS_IN,
    versions: '5.0',
    source: 'CoCart 5.0 in development',
  },
  {
    place: 'page-cart-key',
    span: { before: '4.2' },
    obeyed: 'unknown',
    why: 'By the source of these versions a page of the shop takes it for the browser’s session, like a call; that has not been measured.',
    versions: '3.0 to 4.1',
    source: 'CoCart 3.12.0, class-cocart-session-handler.php',
  },
  {
    place: 'page-cart-key',
    span: { from: '4.2' },
    obeyed: 'no',
    why: 'Pages of the shop do not read it: it is for calls to the API. To load the cart in the browser, the address says cocart-load-cart=.',
    versions: '4.2 and later',
    source: 'CoCart 4.3.6, class-cocart-session-handler.php',
  },
  {
    place: 'other-page',
    span: {},
    obeyed: 'no',
    why: 'This page is not the store’s: the store never sees its address. The front end’s own code may take the key from there.',
    versions: 'all',
    source: 'how browsers work',
  },
];
