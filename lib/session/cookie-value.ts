import { looksLikeCartKey, ownerOf } from '../cocart/cart-key.ts';
import { KEY_COOKIES } from '../cocart/key-places.ts';
import { readSessionCookie } from '../cocart/session-cookie.ts';
import { decodeJwt, looksLikeJwt } from './jwt.ts';

/** What a cookie is, by its name and then by its value. */
export type CookieKind =
  | 'cocart-session'
  | 'woocommerce-session'
  | 'cart-hash'
  | 'items-in-cart'
  | 'wordpress-login'
  | 'front-end-key'
  | 'token'
  | 'looks-like-key'
  | 'other';

/** One part of a value. A secret is masked on the screen. */
export interface CookieField {
  readonly name: string;
  readonly value: string;
  readonly secret: boolean;
}

/** What a cookie's value says. */
export interface CookieValue {
  readonly kind: CookieKind;
  readonly fields: readonly CookieField[];
  /** The cart key in it, where a store or a front end would read it as one. */
  readonly key: string | null;
  /** Why that is a key. */
  readonly keyReason: string | null;
  /** When the store begins to renew the session, and when it ends: ms since the epoch. */
  readonly expiringAt: number | null;
  readonly expiresAt: number | null;
  /** What is wrong with the value, or with taking it for what it looks like. */
  readonly doubts: readonly string[];
}

/** A browser keeps 4096 bytes of a cookie; nothing longer is looked into. */
const MAX_LENGTH = 4096;

/** CoCart's column for keys holds 42 characters. */
const KEY = /^[\w-]{1,42}$/;

/**
 * Reads a cookie's value. `cut` is the number of characters that were taken off before. Never throws:
 * what is cut, doubled, encoded twice, binary or too long is said, and gives no key.
 */
export function readCookieValue(name: string, value: string, cut = 0): CookieValue {
  const kind = kindOf(name, value);
  if (value.length > MAX_LENGTH || cut > 0) {
    const length = value.length + cut;
    return told(kind, {
      doubts: [`It is ${length} characters long; a browser keeps 4096 at most.`],
    });
  }
  const once = decoded(value);
  if (/\p{Cc}|\uFFFD/u.test(once)) {
    return told(kind, { doubts: ['It holds bytes that are no text: nothing is read from it.'] });
  }
  switch (kind) {
    case 'cocart-session':
    case 'woocommerce-session':
      return readSession(kind, name, value, once);
    case 'cart-hash':
      return readCartHash(once);
    case 'items-in-cart':
      return readItemsInCart(once);
    case 'wordpress-login':
      return readLogin(once);
    case 'front-end-key':
      return readFrontEndKey(once);
    case 'token':
      return readToken(once);
    case 'looks-like-key':
      return told(kind, {
        fields: [{ name: 'value', value: once, secret: true }],
        doubts: [
          'It has the form of a cart key. No store or front end is known to keep one under this name, so it is not taken for one.',
        ],
      });
    case 'other':
      return told(kind, {});
  }
}

/** Names of cookies, and what they are. */
const NAMES: readonly (readonly [pattern: RegExp, kind: CookieKind])[] = [
  [/^wp_cocart_session_|^wp-cocartpantheon$/, 'cocart-session'],
  [/^wp_woocommerce_session_/, 'woocommerce-session'],
  [/^woocommerce_cart_hash$/, 'cart-hash'],
  [/^woocommerce_items_in_cart$/, 'items-in-cart'],
  [/^wordpress_logged_in_/, 'wordpress-login'],
  [/^cocart_(?:cocart_)?(?:jwt_token|token)$/, 'token'],
];

function kindOf(name: string, value: string): CookieKind {
  const row = NAMES.find(([pattern]) => pattern.test(name));
  if (row) return row[1];
  if (KEY_COOKIES.includes(name)) return 'front-end-key';
  if (value.length > MAX_LENGTH) return 'other';
  const bare = unquoted(decoded(value));
  if (looksLikeCartKey(bare)) return 'looks-like-key';
  return looksLikeJwt(bare) ? 'token' : 'other';
}

function told(kind: CookieKind, more: Partial<CookieValue>): CookieValue {
  return {
    kind,
    fields: [],
    key: null,
    keyReason: null,
    expiringAt: null,
    expiresAt: null,
    doubts: [],
    ...more,
  };
}

const PARTS = ['key', 'expiration', 'expiring', 'hash'] as const;

function readSession(
  kind: 'cocart-session' | 'woocommerce-session',
  name: string,
  value: string,
  once: string,
): CookieValue {
  if (/^\s*$|^deleted$/.test(once)) {
    return told(kind, { doubts: ['It is empty: the store has taken the session away.'] });
  }
  const twice = decoded(once);
  const parts = twice.split(/\|\|?/);
  const fields = PARTS.flatMap((part, index) => {
    const text = parts[index];
    if (text === undefined || text === '') return [];
    return [{ name: part, value: text, secret: part === 'hash' || part === 'key' }];
  });
  if (twice !== once && twice.includes('|')) {
    const doubts = ['It is percent-encoded twice: the store cannot read a session from it.'];
    return told(kind, { fields, doubts });
  }
  const session = readSessionCookie(name, value);
  const doubt = session
    ? partsDoubt(parts)
    : 'It is cut, or no session: key, end, renewal and hash belong there.';
  if (!session || doubt !== null) return told(kind, { fields, doubts: [doubt ?? ''] });
  const owner = ownerOf(session.key) === 'customer' ? 'a user id' : 'a guest’s key';
  return told(kind, {
    fields: fields.map((field) =>
      field.name === 'key' && owner === 'a user id' ? { ...field, secret: false } : field,
    ),
    key: session.key,
    keyReason: `It is the first part of a session cookie: ${owner}.`,
    expiringAt: session.expiringAt,
    expiresAt: session.expiresAt,
  });
}

function partsDoubt(parts: readonly string[]): string | null {
  if (parts.length > PARTS.length) {
    return `It has ${parts.length} parts where four belong: it stands there more than once. The store takes no session from it.`;
  }
  const hash = parts[3] ?? '';
  if (parts.length < PARTS.length || hash === '' || /^[0-9a-f]{1,31}$/.test(hash)) {
    return 'It is cut: its hash is not whole, so the store takes no session from it.';
  }
  return null;
}

function readCartHash(once: string): CookieValue {
  const whole = /^[0-9a-f]{32}$/.test(once);
  return told('cart-hash', {
    fields: once === '' ? [] : [{ name: 'cart hash', value: once.slice(0, 64), secret: false }],
    doubts:
      whole || once === ''
        ? []
        : ['It is not 32 hex digits, which is what WooCommerce writes there.'],
  });
}

function readItemsInCart(once: string): CookieValue {
  const said = once === '1' ? 'there are items' : once === '0' ? 'no items' : null;
  return told('items-in-cart', {
    fields: [{ name: 'items in cart', value: said ?? once.slice(0, 64), secret: false }],
    doubts: said === null ? ['It is neither 1 nor 0; it is never a count.'] : [],
  });
}

/** `user|expiration|token|hmac`; who and until when is all that is shown. */
function readLogin(once: string): CookieValue {
  const [user, expiration] = once.split('|');
  const seconds =
    expiration !== undefined && /^\d{1,11}$/.test(expiration) ? Number(expiration) : null;
  if (!user || seconds === null) {
    return told('wordpress-login', { doubts: ['It is cut, or no sign-in of WordPress.'] });
  }
  return told('wordpress-login', {
    fields: [{ name: 'user name', value: user.slice(0, 120), secret: false }],
    expiresAt: seconds * 1000,
  });
}

function readFrontEndKey(once: string): CookieValue {
  const text = unquoted(once);
  const key = text.startsWith('{') ? keyInJson(text) : text;
  const isKey = key !== null && KEY.test(key) && !/^(?:null|undefined|true|false)$/.test(key);
  if (isKey) {
    return told('front-end-key', {
      fields: [{ name: 'key', value: key, secret: ownerOf(key) === 'guest' }],
      key,
      keyReason: 'It stands under a name in which front ends keep their key.',
    });
  }
  const why = /%[0-9a-f]{2}/i.test(text) ? 'it is percent-encoded twice' : 'it has no key’s form';
  return told('front-end-key', {
    fields: text === '' ? [] : [{ name: 'value', value: text.slice(0, 120), secret: true }],
    doubts: [`Front ends keep their key under this name, but ${why}.`],
  });
}

function keyInJson(text: string): string | null {
  return /"(?:cart_key|cartKey)"\s*:\s*"([\w-]{1,42})"/.exec(text)?.[1] ?? null;
}

function readToken(once: string): CookieValue {
  const token = decodeJwt(unquoted(once));
  if (token.is === 'none') return told('token', { doubts: [token.why] });
  return told('token', {
    fields: token.user === null ? [] : [{ name: 'user', value: token.user, secret: false }],
    expiresAt: token.expiresAt,
    doubts: token.doubts,
  });
}

function unquoted(text: string): string {
  return text.trim().replace(/^"(.*)"$/, '$1');
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
