import type { Body, Exchange, Header } from './exchange.ts';

/** Stands where a password or a token stood. */
export const HIDDEN = '•••';

const SECRET_HEADERS = new Set(['authorization', 'proxy-authorization', 'x-wp-nonce']);

/** Headers that repeat an address. */
const ADDRESS_HEADERS = new Set(['referer', 'location', 'content-location']);

/**
 * Cookies that sign a person in to WordPress, and that of the cart's hash (see `CUSTOMERS_KEY`); the
 * session cookies that hold cart keys stay.
 */
const SECRET_COOKIE = /\b((?:wordpress_|woocommerce_cart_hash)[^=;\s]*)=[^;]*/gi;

/** Parameters by which CoCart and WooCommerce take a sign-in, and what the JWT add-on answers: a pattern. */
export const CREDENTIAL_NAMES =
  'password|consumer_secret|oauth_signature|(?:cocart_)?jwt_(?:refresh_)?token|jwt_token|jwt_refresh|refresh_token|access_token|token|c_hash|_wpnonce';
const IN_QUERY = new RegExp(`([?&](?:${CREDENTIAL_NAMES})=)[^&#]*`, 'gi');
const IN_FORM = new RegExp(`((?:^|&)(?:${CREDENTIAL_NAMES})=)[^&]*`, 'gi');
const IN_MULTIPART = new RegExp(`(name="(?:${CREDENTIAL_NAMES})"\\r?\\n\\r?\\n)[^\\r\\n]*`, 'gi');
const IN_JSON = new RegExp(`("(?:${CREDENTIAL_NAMES})"\\s*:\\s*")(?:[^"\\\\]|\\\\.)*(")`, 'gi');

/** With a customer's key the cart's hash is a password: 4.4.0-beta.6 signs in whoever brings both. */
const CUSTOMERS_KEY = /"cart_key"\s*:\s*"?\d+"?\s*[,}]/;
const CART_HASH = /("cart_hash"\s*:\s*")[0-9a-f]{32}(")/gi;

/**
 * The exchange without what signs a person in: what is kept outside the open page holds no password,
 * token or login cookie. Cart keys stay, for they are what is looked at.
 */
export function hideCredentials(exchange: Exchange): Exchange {
  const { request, response } = exchange;
  return {
    ...exchange,
    request: {
      ...request,
      url: hideInUrl(request.url),
      headers: request.headers.map(hideInHeader),
      body: hideInBody(request.body),
    },
    response: {
      ...response,
      headers: response.headers.map(hideInHeader),
      body: hideInBody(response.body),
    },
  };
}

/** The address without what signs a person in. */
export function hideInUrl(url: string): string {
  return url.replace(IN_QUERY, `$1${HIDDEN}`);
}

function hideInHeader({ name, value }: Header): Header {
  const lower = name.toLowerCase();
  if (SECRET_HEADERS.has(lower)) {
    const scheme = /^[a-z]+(?= )/i.exec(value)?.[0];
    return { name, value: scheme ? `${scheme} ${HIDDEN}` : HIDDEN };
  }
  if (lower === 'cookie' || lower === 'set-cookie') {
    return { name, value: value.replace(SECRET_COOKIE, `$1=${HIDDEN}`) };
  }
  if (ADDRESS_HEADERS.has(lower)) return { name, value: hideInUrl(value) };
  return { name, value };
}

function hideInBody(body: Body): Body {
  if (body.text === null) return body;
  const { text } = body;
  // JSON may stand behind PHP's warnings.
  const json = text.replace(IN_JSON, `$1${HIDDEN}$2`);
  const hidden = CUSTOMERS_KEY.test(json) ? json.replace(CART_HASH, `$1${HIDDEN}$2`) : json;
  if (/^\s*[[{]/.test(text)) return { text: hidden };
  return {
    text: hidden.replace(IN_FORM, `$1${HIDDEN}`).replace(IN_MULTIPART, `$1${HIDDEN}`),
  };
}
