import type { Customer } from './catalogue.ts';
import { loginInCookie } from './cookies.ts';
import type { DemoStore } from './demo-store.ts';
import { RestError, WrappedError } from './rest-error.ts';
import type { RestRequest } from './rest-request.ts';

/** Thrown where a real store ends without a word: status 500, no body. */
export class SilentFailure extends Error {}

/** Who asks: a customer by Basic authentication or by WordPress's sign-in cookie, else nobody. */
export function identify(store: DemoStore, request: RestRequest): Customer | null {
  const basic = /^Basic\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (basic === undefined) {
    const login = loginInCookie(store, request.cookies);
    return login === undefined ? null : (store.customerByLogin(login) ?? null);
  }
  const [login = '', ...rest] = Buffer.from(basic, 'base64').toString('utf8').split(':');
  if (login.startsWith('ck_') && !store.isFirst) throw new SilentFailure();
  const customer = store.customerByLogin(login);
  if (customer !== undefined && customer.password === rest.join(':')) return customer;
  const message = store.isFirst
    ? 'Authentication is invalid.'
    : `The password you entered for the username "${login}" is incorrect.`;
  throw new RestError('cocart_authentication_error', message, 401);
}

/** Refuses a customer's key from anyone but that customer. */
export function guardKey(store: DemoStore, key: string | undefined, user: Customer | null): void {
  if (key === undefined || store.customer(key) === undefined) return;
  if (user !== null && String(user.id) === key) return;
  throw new WrappedError(
    'cocart_must_authenticate_user',
    'Must authenticate customer as the cart key provided is a registered customer.',
    403,
  );
}
