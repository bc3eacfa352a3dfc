import type { Body, Exchange, Header } from './exchange.ts';

/** Stands where a password or a token stood. */
export const HIDDEN = '•••';

const SECRET_HEADERS = new Set(['authorization', 'proxy-authorization', 'x-wp-nonce']);

/** Cookies that sign a person in to WordPress; the session cookies that hold cart keys stay. */
const SECRET_COOKIE = /\b(wordpress_(?:logged_in|sec|test)?_?[^=;\s]*)=[^;]*/gi;

/** Parameters by which CoCart and WooCommerce take a sign-in, and what the JWT add-on answers. */
const NAMES =
  'password|consumer_secret|oauth_signature|(?:cocart_)?jwt_(?:refresh_)?token|jwt_token|jwt_refresh|refresh_token|access_token|token|c_hash';
const IN_QUERY = new RegExp(`([?&](?:${NAMES})=)[^&#]*`, 'gi');
const IN_FORM = new RegExp(`((?:^|&)(?:${NAMES})=)[^&]*`, 'gi');
const IN_JSON = new RegExp(`("(?:${NAMES})"\\s*:\\s*")(?:[^"\\\\]|\\\\.)*(")`, 'gi');

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
      url: request.url.replace(IN_QUERY, `$1${HIDDEN}`),
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

function hideInHeader({ name, value }: Header): Header {
  const lower = name.toLowerCase();
  if (SECRET_HEADERS.has(lower)) {
    const scheme = /^[a-z]+(?= )/i.exec(value)?.[0];
    return { name, value: scheme ? `${scheme} ${HIDDEN}` : HIDDEN };
  }
  if (lower === 'cookie' || lower === 'set-cookie') {
    return { name, value: value.replace(SECRET_COOKIE, `$1=${HIDDEN}`) };
  }
  return { name, value };
}

function hideInBody(body: Body): Body {
  if (body.text === null) return body;
  const { text } = body;
  if (/^\s*[[{]/.test(text)) return { text: text.replace(IN_JSON, `$1${HIDDEN}$2`) };
  return { text: text.replace(IN_FORM, `$1${HIDDEN}`) };
}
