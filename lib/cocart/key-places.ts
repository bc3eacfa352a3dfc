/*
 * Where cart keys travel and rest: one row a fact, with where it is known from. Headers are written in
 * lower case, everything else as it stands.
 */

/** Request headers that carry a cart key. */
export const REQUEST_KEY_HEADERS: readonly string[] = [
  // CoCart 4.2 and later reads it.
  'cocart-api-cart-key',
  // CoCart 5.0 reads it; @cocart/sdk 1.0 sends it.
  'cart-key',
  // @cocart/sdk adapters, to the front end's own server.
  'x-cart-key',
  // CoCart's Go example, to the front end's own server.
  'x-cocart-key',
];

/**
 * Response headers that carry a cart key, the one that names the cart first. `X-CoCart-API` stands on
 * nearly every answer of 3.0.17, freshly minted where no cart was asked for.
 */
export const RESPONSE_KEY_HEADERS: readonly string[] = [
  // CoCart 3.3 and later.
  'cocart-api-cart-key',
  // CoCart 5.0; front ends that hide the store.
  'cart-key',
  // CoCart 2.7 to 4.1.
  'x-cocart-api',
];

/** Parameters, in a URL or a body, that carry a cart key. */
export const KEY_PARAMETERS: readonly string[] = [
  // CoCart 2.0 and later.
  'cart_key',
  // CoCart 2.1 and later, on pages of the store.
  'cocart-load-cart',
];

/** Cookies whose whole value is a cart key. Session cookies are told by `readSessionCookie`. */
export const KEY_COOKIES: readonly string[] = [
  // CoCart's Python example.
  'cocart_cart_key',
  // Front ends' own.
  'cart_key',
];

/** Entries of `localStorage` and `sessionStorage` in which front ends keep a cart key. */
export const KEY_STORAGE_NAMES: readonly string[] = [
  // cocart-template-nextjs.
  'cocart_cart_key',
  // @cocart/sdk 1.0 LocalStorage (prefix doubled).
  'cocart_cocart_cart_key',
  // CoCart's checkout tutorials.
  'cart_key',
  // Front ends' own.
  'cartKey',
  // Front ends' own.
  'cocart-cart-key',
  // Front ends' own.
  'cocart_key',
];

/** Storage entries that hold a key which only the front end can decrypt (@cocart/sdk 1.0 EncryptedStorage). */
export const ENCRYPTED_KEY_STORAGE_NAMES: readonly string[] = [
  // @cocart/sdk 1.0 EncryptedStorage.
  'cocart_enc_cocart_cart_key',
];
