import { ownerOf } from '../cocart/cart-key.ts';
import { loadOption } from './load-options.ts';
import type { LoadRequest } from './load-request.ts';

/** A loading that is about to be asked for, and what is known of the two carts. */
export interface LoadCase {
  readonly request: LoadRequest;
  /** Key in the browser's session cookie of the store; null where there is none, undefined while it was not read. */
  readonly browserKey: string | null | undefined;
  /** True where the browser is signed in to the store. */
  readonly signedIn: boolean;
  /** True where the cart that the browser has can be read from here, and so kept, or it has none. */
  readonly canKeep: boolean;
  /** True where the session cookie is written as a WooCommerce of 10 or later does. */
  readonly singleBars: boolean;
  /** Lines under the key; null while they were not read, or may not be. */
  readonly lines: number | null;
  /**
   * True where the carts were read, and no answer told CoCart's version, nor that it is one before 4.2.
   * False before: reading them may tell it.
   */
  readonly isUntold: boolean;
}

/** What is said of a rule that fits. */
export interface Said {
  readonly what: string;
  readonly why: string;
}

export interface LoadRule {
  fits(found: LoadCase): boolean;
  say(found: LoadCase): Said;
}

/** What is never sent, because it can only do harm or nothing; the first that fits counts. */
const REFUSALS: Readonly<Record<string, LoadRule>> = {
  'no key': {
    fits: ({ request }) => !/^[\w-]{1,64}$/.test(request.key),
    say: () => ({
      what: 'That is no cart key.',
      why: 'A key has letters, digits, “_” and “-” alone. Paste the key by itself, without the rest of an address.',
    }),
  },
  'no argument name': {
    fits: ({ request }) => !/^[\w-]{1,64}$/.test(request.queryName),
    say: () => ({
      what: 'That is no name of an argument.',
      why: 'It is what the store’s filter cocart_load_cart_query_name gives: letters, digits, “_” and “-”.',
    }),
  },
  'already here': {
    fits: ({ request, browserKey }) => request.key === browserKey,
    say: () => ({
      what: 'This browser already has this cart.',
      why: 'Its session cookie of the store holds the same key: there is nothing to load.',
    }),
  },
  // A customer's cart stays with the customer where the link signs another one in.
  'not to be kept': {
    fits: ({ request, canKeep }) => !canKeep && !isCustomer(request),
    say: ({ signedIn }) => ({
      what: 'The customer’s cart that this browser has cannot be read from here.',
      why: `${
        signedIn
          ? 'The tab is in a private window or a container, whose sign-in the extension’s own requests do not carry'
          : 'Its session cookie names a customer, and the sign-in that belongs to it is gone'
      }: loading could overwrite that cart, and it could not be saved before. Sign out on the shop’s page first.`,
    }),
  },
  'user id': {
    fits: ({ request }) => isCustomer(request) && knowsNoHash(request),
    say: ({ request }) => ({
      what: `${request.key} is the user id of a customer, not a guest’s key.`,
      why: `CoCart ${request.version} loads no customer’s cart, not even the customer’s own: the store only notes it in its log. Sign in as that customer on the shop’s own page.`,
    }),
  },
  'no hash': {
    fits: ({ request }) => isCustomer(request) && request.hash === null,
    say: ({ request }) => ({
      what: `${request.key} is the user id of a customer, not a guest’s key.`,
      why: 'Versions that load a customer’s cart want the hash of that cart along (c_hash), and that link is a sign-in. Without it the store leads to its home page.',
    }),
  },
  'nothing in it': {
    fits: ({ lines }) => lines === 0,
    say: () => ({
      what: 'The store holds nothing under this key.',
      why: 'An expired, an unknown and an emptied cart look alike. Loading it could only empty the cart that the browser has.',
    }),
  },
};

/** A loading before anything was looked into. */
export function unreadCase(request: LoadRequest): LoadCase {
  return {
    ...{ request, browserKey: undefined, signedIn: false },
    ...{ canKeep: true, singleBars: false, lines: null, isUntold: false },
  };
}

/** Why a cart is not loaded at all; null where nothing speaks against it. */
export function refusalToLoad(found: LoadCase): Said | null {
  const rule = Object.values(REFUSALS).find(({ fits }) => fits(found));
  return rule?.say(found) ?? null;
}

function isCustomer({ key }: LoadRequest): boolean {
  return ownerOf(key) === 'customer';
}

/** True for versions that are known to take no `c_hash`. */
function knowsNoHash({ version }: LoadRequest): boolean {
  return version !== null && loadOption('c_hash', version) === null;
}
