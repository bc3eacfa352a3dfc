/** What may not leave the panel, by what it is. */
export type SecretKind =
  | 'key'
  | 'hash'
  | 'token'
  | 'e-mail'
  | 'name'
  | 'street'
  | 'city'
  | 'phone'
  | 'ip';

/**
 * What a text is by the place where it stands.
 *
 * - a kind of secret: all of it is one.
 * - `user`: a user id, which is the key of a customer's cart.
 * - `public`: has the form of an old cart key and is none: an item key, the site's hash in a cookie's name.
 * - `opaque`: nobody knows what it means (a foreign cookie, a header of the shop's own): it is hidden.
 * - `word`: a name of a field, a parameter or a cookie. `segment`: one of a path. `number`: in JSON.
 * - `fixed`: a method, a host, the name of a header: words that are nobody's.
 * - `text`: anything else; what is known to be secret is hidden in it.
 */
export type Place =
  | SecretKind
  | 'user'
  | 'public'
  | 'opaque'
  | 'word'
  | 'fixed'
  | 'segment'
  | 'number'
  | 'text';

/** Reads a text in its place, and says what is to stand there instead. */
export type Leaf = (text: string, place: Place) => string;

/** Fields and parameters by name, without `billing_`, `shipping_` and `customer_` before it. */
const PLACES: readonly (readonly [pattern: RegExp, place: Place])[] = [
  // Cart keys: `key-places.ts`; WooCommerce's and CoCart's tables of sessions; front ends' own.
  [/^(?:cocart_)?(?:cart|session)_key$|^cocart_load_cart$|^cocart_key$/, 'key'],
  // Login answers, orders, claims of tokens. A user id is the key of a customer's cart.
  [/^(?:user|customer)_id$|^id_user$/, 'user'],
  [/^(?:cart_)?(?:parent_)?item_key$|^key$|^data_hash$/, 'public'],
  // With a customer's key the hash signs in (4.4.0-beta.6); it stays told apart.
  [/^cart_hash$/, 'hash'],
  // WordPress, WooCommerce's REST keys, OAuth 1 and 2, the JWT add-on, payment forms.
  [/password|passwd|^pass$|^pwd$|passphrase|secret|credential|signature|^cvc$|^otp$/, 'token'],
  [
    /token|nonce|csrf|xsrf|jwt|^auth(?:orization)?$|^(?:api|client|access|private)_?key$|^consumer_key$|^pat$/,
    'token',
  ],
  [/^c_hash$|^oauth_|^cookies?$|^sess(?:ion)?_?id$|^card_number$|^security$/, 'token'],
  [/e_?mail|^mail$/, 'e-mail'],
  [/(?:first|last|full|display|nick|middle|maiden|company|given|family|login)_?name$/, 'name'],
  [/^user_?(?:name|login|nicename)$|^login$|^company$|^reviewer$|^nicename$/, 'name'],
  [/^(?:street_?)?address(?:_?line)?(?:_?[12])?$|^street|^line_?[12]$|^house_number$/, 'street'],
  [/^city$|^town$|^locality$/, 'city'],
  [/^(?:tele)?phone|^mobile|^tel$|^fax$/, 'phone'],
  [/^ip$|^ip_?address$|_ip$/, 'ip'],
];

/** Containers in which `name` is a person's. */
const PERSONS = /billing|shipping_address|customer|user|recipient|profile|author/;

/** The shop's own address is told to everybody (`GET store`). */
const PUBLIC = 'store_address';

/** What stands under a field, by its name and the names of what it is in, the outermost first. */
export function placeOfField(name: string, inside: readonly string[]): Place {
  const snake = snakeCase(name);
  if (inside.includes(PUBLIC)) return 'text';
  const bare = snake.replace(/^_?(?:billing|shipping|customers?|cocart_jwt)_(?=\w)/, '');
  if (bare === 'name' && (bare !== snake || inside.some((outer) => PERSONS.test(outer)))) {
    return 'name';
  }
  // `customer_id` loses its half by the rule above.
  const place = PLACES.find(([pattern]) => pattern.test(snake) || pattern.test(bare))?.[1];
  return place ?? 'text';
}

/** What stands under the name of a form's field: `billing[first_name]`, `cart_key`. */
export function placeOfParameter(name: string): Place {
  const parts = name.split(/[[\].]+/).filter((part) => part !== '');
  return placeOfField(parts.at(-1) ?? '', parts.slice(0, -1).map(snakeCase));
}

/** `firstName` and `first-name` as `first_name`. */
export function snakeCase(name: string): string {
  return name
    .slice(0, 100)
    .replace(/(?<=[a-z])(?=[A-Z])/g, '_')
    .replaceAll('-', '_')
    .toLowerCase();
}
