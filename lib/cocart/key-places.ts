/** Where cart keys travel and rest. One row a fact; `since` and `source` say where it is known from. */
export interface KeyPlace {
  /** Lower case for headers, as it stands for everything else. */
  readonly name: string;
  readonly source: string;
}

/** Request headers that carry a cart key. */
export const REQUEST_KEY_HEADERS: readonly KeyPlace[] = [
  { name: 'cocart-api-cart-key', source: 'CoCart 4.2 and later reads it' },
  { name: 'cart-key', source: 'CoCart 5.0 reads it; @cocart/sdk 1.0 sends it' },
  { name: 'x-cart-key', source: "@cocart/sdk adapters, to the front end's own server" },
  { name: 'x-cocart-key', source: "CoCart's Go example, to the front end's own server" },
];

/**
 * Response headers that carry a cart key, the one that names the cart first. `X-CoCart-API` stands on
 * nearly every answer of 3.0.17, freshly minted where no cart was asked for.
 */
export const RESPONSE_KEY_HEADERS: readonly KeyPlace[] = [
  { name: 'cocart-api-cart-key', source: 'CoCart 3.3 and later' },
  { name: 'cart-key', source: 'CoCart 5.0; front ends that hide the store' },
  { name: 'x-cocart-api', source: 'CoCart 2.7 to 4.1' },
];

/** Parameters, in a URL or a body, that carry a cart key. */
export const KEY_PARAMETERS: readonly KeyPlace[] = [
  { name: 'cart_key', source: 'CoCart 2.0 and later' },
  { name: 'cocart-load-cart', source: 'CoCart 2.1 and later, on pages of the store' },
];

/** Cookies whose whole value is a cart key. Session cookies are told by `readSessionCookie`. */
export const KEY_COOKIES: readonly KeyPlace[] = [
  { name: 'cocart_cart_key', source: "CoCart's Python example" },
  { name: 'cart_key', source: "front ends' own" },
];

/** Entries of `localStorage` and `sessionStorage` in which front ends keep a cart key. */
export const KEY_STORAGE_NAMES: readonly KeyPlace[] = [
  { name: 'cocart_cart_key', source: 'cocart-template-nextjs' },
  { name: 'cocart_cocart_cart_key', source: '@cocart/sdk 1.0 LocalStorage (prefix doubled)' },
  { name: 'cart_key', source: "CoCart's checkout tutorials" },
  { name: 'cartKey', source: "front ends' own" },
  { name: 'cocart-cart-key', source: "front ends' own" },
  { name: 'cocart_key', source: "front ends' own" },
];

/** Storage entries that hold a key which only the front end can decrypt (@cocart/sdk 1.0 EncryptedStorage). */
export const ENCRYPTED_KEY_STORAGE_NAMES: readonly KeyPlace[] = [
  { name: 'cocart_enc_cocart_cart_key', source: '@cocart/sdk 1.0 EncryptedStorage' },
];
