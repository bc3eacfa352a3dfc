import type { ActRequest } from '../action/act-requests.ts';
import { actRequests } from '../action/act-requests.ts';
import { readRequest } from '../action/read-request.ts';
import type { WriteRequest } from '../action/write-request.ts';
import type { WriteTarget } from '../action/write-target.ts';
import { restUrl } from '../cocart/store-address.ts';
import type { Outcome } from '../outcome.ts';
import { succeed } from '../outcome.ts';
import { asCustomer } from './credentials.ts';
import type { BringBack, SignIn, SignOut, SignRequest, SignStore } from './sign-request.ts';

/** What a request of a sign-in or sign-out is for. */
export type StepName =
  | 'log in'
  | 'guest before'
  | 'customer before'
  | 'merge'
  | 'guest after'
  | 'customer after'
  | 'version'
  | 'log out';

/** One request, to the letter but for the password, and what it is for. */
export interface SignStep extends ActRequest {
  readonly step: StepName;
  readonly says: string;
}

/** The cart of a guest by its key, or the customer's. v2 reads both on every version from 3.0. */
export function cartTarget({ store, version }: SignStore, key: string | null): WriteTarget {
  return { store, api: 'v2', version, key, routes: null };
}

/**
 * The requests of a sign-in in their order. Name and password are tried first, so that nothing else is
 * sent by who mistyped them; both carts are read before the one request that has key and sign-in
 * together, and the customer's last, for screens show the newest cart. The store is asked for its version
 * after them all, for any of them may have told it, and what the merge is compared with is all it is for.
 */
export function signInSteps(request: SignIn): readonly SignStep[] {
  const { store, version, guestKey } = request;
  const customer = asCustomer(readRequest(cartTarget(request, null)));
  const login = asCustomer(plain('POST', restUrl(store, 'v2', 'login')));
  const steps: SignStep[] = [
    {
      ...{ step: 'log in', purpose: 'read before', request: login },
      says: 'tells whether name and password are right; it moves nothing',
    },
  ];
  if (guestKey === null) {
    return [...steps, { ...READ_CUSTOMER, says: 'reads the customer’s cart', request: customer }];
  }
  const guest = readRequest(cartTarget(request, guestKey));
  const askVersion: SignStep = {
    ...{ step: 'version', purpose: 'read after' },
    request: plain('GET', restUrl(store, 'v2', 'store')),
    says: 'reads CoCart’s version, which the rule of the merge depends on; sent only where no answer before told it',
  };
  return [
    ...steps,
    {
      ...{ step: 'guest before', purpose: 'read before', request: guest },
      says: 'reads the guest’s cart, to keep it',
    },
    { ...READ_CUSTOMER, says: 'reads the customer’s cart, to keep it', request: customer },
    {
      ...{ step: 'merge', purpose: 'write', request: asCustomer(guest) },
      says: 'the merge: the guest’s key together with the customer’s sign-in',
    },
    {
      ...{ step: 'guest after', purpose: 'read after', request: guest },
      says: 'reads the guest’s cart back',
    },
    {
      ...{ step: 'customer after', purpose: 'read after', request: customer },
      says: 'reads the customer’s cart back',
    },
    ...(version === null ? [askVersion] : []),
  ];
}

const READ_CUSTOMER = { step: 'customer before', purpose: 'read before' } as const;

/** The requests of a sign-out. By cookies the cart cannot be read afterwards: whoever asks is a guest then. */
export function signOutSteps(request: SignOut): readonly SignStep[] {
  const { store, api, by } = request;
  const as = by === 'password' ? asCustomer : (one: WriteRequest) => one;
  const cart = as(readRequest(cartTarget(request, null)));
  const logout: WriteRequest = {
    ...plain('POST', restUrl(store, api, 'logout')),
    credentials: 'include',
  };
  const steps: SignStep[] = [
    { ...READ_CUSTOMER, request: cart, says: 'reads the customer’s cart, to keep it' },
    { step: 'log out', purpose: 'write', request: as(logout), says: 'signs the customer out' },
  ];
  if (by === 'cookies') return steps;
  return [
    ...steps,
    {
      ...{ step: 'customer after', purpose: 'read after', request: cart },
      says: 'reads the customer’s cart back',
    },
  ];
}

/** The requests of the way back, cart by cart: the customer's with the password. */
export function bringBackRequests({ acts }: BringBack): Outcome<readonly ActRequest[]> {
  const requests: ActRequest[] = [];
  for (const act of acts) {
    const own = actRequests(act);
    if (!own.ok) return own;
    const as = act.target.key === null ? asCustomer : (one: WriteRequest) => one;
    requests.push(...own.value.map((one) => ({ ...one, request: as(one.request) })));
  }
  return succeed(requests);
}

/** Every request that a person is shown before it is sent. */
export function signRequests(request: SignRequest): Outcome<readonly ActRequest[]> {
  switch (request.does) {
    case 'sign-in':
      return succeed(signInSteps(request));
    case 'sign-out':
      return succeed(signOutSteps(request));
    case 'bring-back':
      return bringBackRequests(request);
  }
}

function plain(method: 'GET' | 'POST', url: string): WriteRequest {
  const headers = [{ name: 'Accept', value: 'application/json' }];
  return { method, url, headers, body: null, credentials: 'omit' };
}
