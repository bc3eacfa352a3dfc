import { deletedSessionCookie, EMPTY_CART_COOKIES, signOutCookies } from './cookies.ts';
import { md5 } from './json.ts';
import type { RestContext } from './rest-context.ts';
import { RestError } from './rest-error.ts';
import { ok, type RestReply, type Route } from './routes.ts';

const NOTE =
  "Don't forget to store the users login information in order to authenticate all other routes with CoCart.";

function login(context: RestContext): RestReply {
  const { user, store } = context;
  if (user === null) {
    throw new RestError(
      'cocart_rest_not_authorized',
      'Sorry, you are not allowed to do that.',
      401,
    );
  }
  const avatar = (size: number) =>
    `http://0.gravatar.com/avatar/${md5(user.email)}?s=${size}&d=mm&r=g`;
  const role = user.role === undefined ? 'Customer' : 'Administrator';
  if (store.isFirst) {
    return ok({ user_id: String(user.id), display_name: user.login, role, dev_note: NOTE });
  }
  return ok({
    user_id: String(user.id),
    first_name: user.login === 'jane' ? 'Jane' : '',
    last_name: user.login === 'jane' ? 'Doe' : '',
    display_name: user.login,
    role,
    avatar_urls: { '24': avatar(24), '48': avatar(48), '96': avatar(96) },
    email: user.email,
    extras: [],
    dev_note: NOTE,
  });
}

/** Signs out: WordPress's cookies go, and on 3.0 the cart's session cookie with them. */
export function logout(context: RestContext): RestReply {
  const { store, user, request } = context;
  const cookies = signOutCookies(store, String(user?.id ?? 0));
  const v1 = request.route.includes('/v1/');
  if (store.isFirst || v1)
    cookies.push(deletedSessionCookie(store, store.isFirst ? 'api' : 'storefront'));
  const believesFull = request.cookies.get('woocommerce_items_in_cart') === '1';
  if (store.isFirst && believesFull) cookies.push(...EMPTY_CART_COOKIES);
  return ok(
    true,
    cookies.map((cookie) => ['set-cookie', cookie] as const),
  );
}

export const V2_ACCOUNT_ROUTES: readonly Route[] = [
  { path: '/login', about: 'account', endpoints: [{ method: 'POST', run: login }] },
  { path: '/logout', about: 'store', endpoints: [{ method: 'POST', run: logout }] },
];
