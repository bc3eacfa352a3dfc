import { KEY_PARAMETERS, REQUEST_KEY_HEADERS } from '../cocart/key-places.ts';
import { CREDENTIAL_NAMES } from '../http/hide-credentials.ts';

/** What finds secrets in a text. */
export interface SecretPattern {
  /** Matches the secret alone; its group `name` is the field that holds it. */
  readonly find: RegExp;
  /** The variable that stands for it; null where the field gives its name. */
  readonly variable: string | null;
}

export const CART_KEY = 'CART_KEY';

/** A key of WooCommerce's is half of a password, and OAuth 1.0 signs with what it sends along. */
const FIELDS = [...KEY_PARAMETERS, CREDENTIAL_NAMES, 'consumer_key', 'oauth_\\w+'].join('|');

const named = (find: string, flags = 'gi'): SecretPattern => ({
  find: new RegExp(find, flags),
  variable: null,
});

/** A parameter, alone or as a member: `cart_key=`, `requests[0][cart_key]=`. */
const PARAMETER = `(?:[^=&?#\\s"]*(?:\\[|%5B))?(?<name>${FIELDS})(?:\\]|%5D)?=`;

/** Told by their form, wherever they stand. */
const FORMS: readonly SecretPattern[] = [
  // WooCommerce and CoCart 4.3.23 and later mint them.
  { find: /\bt_[0-9a-f]{30}\b/g, variable: CART_KEY },
  { find: /\bck_[0-9a-f]{40}\b/g, variable: 'CONSUMER_KEY' },
  { find: /\bcs_[0-9a-f]{40}\b/g, variable: 'CONSUMER_SECRET' },
  // RFC 7519: two JSON objects and a signature.
  { find: /\beyJ[\w-]+\.eyJ[\w-]+\.[\w-]*/g, variable: 'JWT_TOKEN' },
];

/** Secrets in an address, and in headers that may hold one. */
export const IN_ADDRESS: readonly SecretPattern[] = [
  named(`(?<=[?&]${PARAMETER})[^&#]+`),
  ...FORMS,
];

const IN_JSON: readonly SecretPattern[] = [
  named(`(?<="(?<name>${FIELDS})"\\s*:\\s*")(?:[^"\\\\]|\\\\.)+`),
  // A password of digits alone; a cart key that is a number is a user id, and none.
  named(`(?<="(?<name>${CREDENTIAL_NAMES})"\\s*:\\s*)\\d+`),
  // An address in a text, as in the parts of a batch.
  named(`(?<=[?&]${PARAMETER})[^&#"\\\\\\s]+`),
  ...FORMS,
];

const IN_FORM: readonly SecretPattern[] = [named(`(?<=(?:^|&)${PARAMETER})[^&]+`), ...FORMS];

const IN_MULTIPART: readonly SecretPattern[] = [
  named(
    `(?<=; name="(?<name>${FIELDS})"(?:\\r?\\n[^\\r\\n]+)*\\r?\\n\\r?\\n)[\\s\\S]+?(?=\\r?\\n--)`,
  ),
  ...FORMS,
];

/** How secrets stand in this body. */
export function patternsOfBody(text: string): readonly SecretPattern[] {
  if (/^\s*[[{]/.test(text)) return IN_JSON;
  return text.startsWith('--') ? IN_MULTIPART : IN_FORM;
}

/** Names of headers that sign somebody in, whatever the store calls them (the SDK lets it choose). */
const SIGNS_IN = /auth|token|nonce|secret|passw|session|csrf|xsrf|api-?key/i;

const WHOLE = /.+/g;

const SCHEMES: readonly SecretPattern[] = [
  { find: /(?<=^basic +)\S.*/gi, variable: 'BASIC_CREDENTIALS' },
  { find: /(?<=^bearer +)\S.*/gi, variable: 'BEARER_TOKEN' },
];

/** How secrets stand in the value of this header. Which scheme signs in may be seen. */
export function patternsOfHeader(name: string, value: string): readonly SecretPattern[] {
  const lower = name.toLowerCase();
  if (REQUEST_KEY_HEADERS.includes(lower)) return [{ find: WHOLE, variable: CART_KEY }];
  if (lower === 'cookie') return [{ find: WHOLE, variable: 'STORE_COOKIES' }];
  if (!SIGNS_IN.test(lower)) return IN_ADDRESS;
  const scheme = SCHEMES.find(({ find }) => value.search(find) >= 0);
  return [scheme ?? { find: WHOLE, variable: variableOf(name) }];
}

/** The variable of a field: `CART_KEY` for every name of a cart key, `CONSUMER_SECRET` for `consumer_secret`. */
export function variableOf(field: string): string {
  if (KEY_PARAMETERS.includes(field.toLowerCase())) return CART_KEY;
  const name = field.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
  return name.replace(/^_+|_+$/g, '').replace(/^(?=\d|$)/, 'SECRET_');
}

const IS_FIELD = new RegExp(`^(?:${FIELDS})$`, 'i');

/** True for a field whose value is a secret. */
export function isSecretField(name: string): boolean {
  return IS_FIELD.test(name);
}
