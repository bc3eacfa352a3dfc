/** Where a name stands in a call. */
export type NamePlace =
  | 'request header'
  | 'answer header'
  | 'query'
  | 'sent field'
  | 'cart field'
  | 'store field'
  | 'route';

/** A name of one version of CoCart, what is known of it in others, and where that is known from. */
export type OtherName = readonly [place: NamePlace, name: string, says: string, source: string];

/*
 * Names that are renamed, gone or new from one version to another. Headers stand in lower case, fields with the
 * name of what they stand in where that tells them apart (`quantity.minimum`), and routes below the API's
 * namespace, with their method where others share the path. Sections are those of the reference of CoCart's
 * REST API that this program was written by; 5.0 is in development.
 */
export const OTHER_NAMES: readonly OtherName[] = [
  ['answer header', 'x-cocart-api', 'is CoCart-API-Cart-Key from 3.3 on, alone from 4.2', '3.9'],
  [
    'answer header',
    'x-cocart-api-timestamp',
    'is CoCart-Timestamp from 3.3 on, alone from 4.2',
    '3.9',
  ],
  ['answer header', 'x-cocart-api-version', 'is CoCart-Version from 3.3 on, alone from 4.2', '3.9'],
  [
    'answer header',
    'cocart-api-cart-key',
    'is Cart-Key in 5.0, and was X-CoCart-API up to 3.2',
    '3.9',
  ],
  [
    'answer header',
    'cocart-timestamp',
    'is Timestamp in 5.0, and was X-CoCart-API-Timestamp up to 3.2',
    '3.9',
  ],
  [
    'answer header',
    'cocart-version',
    'is sent from 4.3.17 on where WP_DEBUG is on, and was X-CoCart-API-Version up to 3.2',
    '3.9',
  ],
  [
    'answer header',
    'cocart-api-cart-expiring',
    'is Cart-Expiring in 5.0, and is not sent before 4.0',
    '3.9',
  ],
  [
    'answer header',
    'cocart-api-cart-expiration',
    'is Cart-Expiration in 5.0, and is not sent before 4.0',
    '3.9',
  ],
  ['answer header', 'cocart-cache', 'is not sent before 4.9', '3.9'],
  ['answer header', 'cart-key', 'is CoCart-API-Cart-Key before 5.0', '3.9'],
  ['answer header', 'timestamp', 'is CoCart-Timestamp before 5.0', '3.9'],
  ['answer header', 'cart-expiring', 'is CoCart-API-Cart-Expiring before 5.0', '3.9'],
  ['answer header', 'cart-expiration', 'is CoCart-API-Cart-Expiration before 5.0', '3.9'],
  [
    'request header',
    'cocart-api-cart-key',
    'is not read before 4.2; 5.0 reads Cart-Key as well',
    '0.3, 3.3',
  ],
  [
    'request header',
    'cart-key',
    'is read by 5.0 alone; from 4.2 on it is CoCart-API-Cart-Key',
    '3.3',
  ],
  ['query', 'fields', 'is read from 3.1 on, and gives way to _fields in 5.0', '2.5'],
  ['query', 'formatted', 'is read by 5.0 alone', '2.5'],
  ['query', '_skip_cache', 'is not read before 4.9', '2.5'],
  [
    'sent field',
    'price',
    'sets an own price up to 4.8; from 4.9 on only where the shop allows it',
    '1.4',
  ],
  ['sent field', 'phone', 'is not read before 4.1', '1.4'],
  ['cart field', 'quantity.min_purchase', 'is quantity.minimum in 5.0', '2.2.1'],
  ['cart field', 'quantity.max_purchase', 'is quantity.maximum in 5.0', '2.2.1'],
  ['cart field', 'quantity.minimum', 'is quantity.min_purchase before 5.0', '2.2.1'],
  ['cart field', 'quantity.maximum', 'is quantity.max_purchase before 5.0', '2.2.1'],
  ['cart field', 'quantity.multiple_of', 'is not told before 5.0', '2.2.1'],
  ['cart field', 'quantity.editable', 'is not told before 5.0', '2.2.1'],
  ['cart field', 'tax_data', 'is told by 3.0 alone', '2.6'],
  ['cart field', 'coupons.discount_type', 'is not told before 3.1', '2.6'],
  ['cart field', 'items.regular_price', 'is not told before 5.0', '2.2.1'],
  ['cart field', 'items.on_sale', 'is not told before 5.0', '2.2.1'],
  [
    'cart field',
    'currency.currency_symbol_pos',
    'is currency_prefix or currency_suffix from 4.2 on',
    '2.2, 2.6',
  ],
  [
    'store field',
    'version',
    'is told with WP_DEBUG alone from 3.10.8 on, and is versions.core in 5.0',
    '1.3',
  ],
  ['store field', 'versions', 'is version before 5.0', '1.3'],
  ['route', 'POST cart', 'is not there before 5.0', '1.4'],
  ['route', 'POST cart/update', 'is not there before 3.1', '1.4'],
  ['route', 'session/{key}', 'is sessions/{id} in 5.0', '1.5'],
  ['route', 'session/{key}/items', 'is sessions/{id}/items in 5.0', '1.5'],
  ['route', 'sessions/{id}', 'is session/{key} before 5.0', '1.5'],
  ['route', 'sessions/{id}/items', 'is session/{key}/items before 5.0', '1.5'],
];
