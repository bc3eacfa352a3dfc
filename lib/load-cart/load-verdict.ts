import type { Cart } from '../cart/cart.ts';
import { compareCarts } from '../cart/compare-carts.ts';
import { ownerOf } from '../cocart/cart-key.ts';
import { inSpan } from '../session/version-span.ts';
import type { LoadVerdict } from './load-report.ts';

/** The browser's session of the store at one moment. */
export interface SessionNow {
  /** Key in its session cookie; null where there is none. */
  readonly key: string | null;
  /** The cart under that key; null where it could not be read. */
  readonly cart: Cart | null;
}

/** What was wanted and what the storefront held before, on the landing page, and on the next. */
export interface LoadFacts {
  readonly key: string;
  /** The cart that was to be loaded; null where it cannot be read by its key (a customer's). */
  readonly wanted: Cart | null;
  readonly keepCart: boolean;
  readonly version: string | null;
  /** True where the version may be any, for no answer told anything of it. */
  readonly isUntold: boolean;
  readonly before: SessionNow;
  readonly landed: SessionNow;
  readonly next: SessionNow;
}

interface Said {
  readonly what: string;
  readonly why: string;
  readonly todo: string;
}

interface Row {
  readonly verdict: LoadVerdict;
  fits(facts: LoadFacts): boolean;
  say(facts: LoadFacts): Said;
}

/** The first that fits counts. Sources: observed on 3.0.17, 3.12.0, 4.3.6 and 4.4.0-beta.6; CoCart's source. */
const VERDICTS: readonly Row[] = [
  {
    verdict: 'signed-in',
    fits: ({ key, next }) => ownerOf(key) === 'customer' && next.key === key,
    say: ({ key }) => ({
      what: `The browser is signed in as customer ${key}.`,
      why: 'The link carried the hash of that customer’s cart, which this version takes for a sign-in.',
      todo: 'Sign out on the shop’s page when you are done.',
    }),
  },
  {
    verdict: 'customer',
    fits: ({ wanted, before, next }) =>
      isCustomer(next.key) && next.key === before.key && holdsAll(wanted, next.cart),
    say: ({ next }) => ({
      what: `The lines are in the cart of customer ${next.key}, who is signed in here.`,
      why: 'A signed-in browser keeps its own session: the guest’s cart is copied into it, and stays where it was.',
      todo: 'To have the guest’s cart itself in the browser, sign out first.',
    }),
  },
  {
    verdict: 'differs',
    fits: ({ before, next }) =>
      isCustomer(next.key) && next.key === before.key && hasChanged(before.cart, next.cart),
    say: ({ next }) => ({
      what: `The cart of customer ${next.key}, who is signed in here, holds other lines than the loaded one.`,
      why: 'A signed-in browser keeps its own session, and not every line was copied into it as it was: sold out, other limits, other rules.',
      todo: 'Compare the lines below; the guest’s cart stays where it was.',
    }),
  },
  {
    verdict: 'dropped',
    fits: ({ key, landed, next, wanted }) =>
      landed.key === key && (next.key !== key || (hasLines(wanted) && hasNoLines(next.cart))),
    say: (facts) => ({
      what: 'The landing page loaded the cart, and the next page dropped it.',
      why: whyDropped(facts),
      todo: 'Bring back what was lost: both carts were kept as snapshots. Update CoCart; do not hand this store’s carts over by link until then.',
    }),
  },
  {
    verdict: 'unread',
    // A customer's session stays the same, whatever was copied into it.
    fits: ({ key, before, next }) =>
      next.cart === null && (next.key === key || (isCustomer(next.key) && next.key === before.key)),
    say: ({ key, next }) => ({
      what:
        next.key === key
          ? 'The browser has the session of that cart; what is in it could not be read.'
          : `The cart of customer ${next.key}, who is signed in here, could not be read: it may hold the loaded lines.`,
      why: 'The store did not answer with a cart.',
      todo: 'Refresh, and look at the shop’s cart page.',
    }),
  },
  {
    verdict: 'loaded',
    fits: ({ key, wanted, next }) => next.key === key && sameLines(wanted, next.cart),
    say: ({ keepCart, before }) => ({
      what: 'The storefront has this cart.',
      why: `Its session cookie holds the key over two pages, and every line is as it was.${
        keepCart && hasLines(before.cart)
          ? ' The store ignored keep-cart: the browser’s own lines are not in it.'
          : ''
      }`,
      todo: '',
    }),
  },
  {
    verdict: 'merged',
    fits: ({ key, wanted, before, next }) =>
      next.key === key && sameLines(unionOf(wanted, before.cart), next.cart),
    say: ({ keepCart }) => ({
      what: 'The storefront has this cart, and the browser’s own lines in it.',
      why: keepCart
        ? 'keep-cart merges. A line that both had keeps the quantity of the browser’s cart: quantities are not added.'
        : 'It was merged without keep-cart: a plugin or a filter of this store adds it.',
      todo: keepCart ? '' : 'Look for cocart_merge_cart_content or a plugin that keeps carts.',
    }),
  },
  {
    verdict: 'differs',
    fits: ({ key, next }) => next.key === key,
    say: () => ({
      what: 'The storefront has the session of this cart, and other lines than it had.',
      why: 'The store, a plugin or another visitor changed it while it was loaded: sold out, other limits, other rules.',
      todo: 'Compare the lines below; the cart page may say why.',
    }),
  },
  {
    verdict: 'no-cookie',
    fits: ({ before, landed, next }) =>
      before.key === null && landed.key === null && next.key === null,
    say: () => ({
      what: 'The browser has no session cookie of the store, before or after.',
      why: 'Either the browser blocks the store’s cookies (its settings; or a Secure cookie over http), or the store did not load the cart.',
      todo: 'Allow cookies for the store and put something into the cart there. If that makes a session, loading is switched off or renamed (cocart_disable_load_cart, cocart_load_cart_query_name).',
    }),
  },
  {
    verdict: 'ignored',
    fits: ({ before, landed }) => landed.key === before.key,
    say: () => ({
      what: 'The store did not load the cart: nothing changed.',
      why: 'Loading is switched off there (cocart_disable_load_cart), the argument has another name (cocart_load_cart_query_name), a page cache answered that ignores it, or the key had expired.',
      todo: 'Ask the shop for the name of the argument, and whether a cache stands in front; then try again.',
    }),
  },
  {
    verdict: 'another-session',
    fits: () => true,
    say: ({ landed }) => ({
      what: 'The browser got a session of its own instead of that cart.',
      why: `Its session cookie ${landed.key === null ? 'is gone' : 'holds another key'}: the store did not know the key, so WooCommerce began anew.`,
      todo: 'Check the key again; it may have expired meanwhile.',
    }),
  },
];

const LOST_BY_COCART =
  'With WooCommerce 10 and later, CoCart before 4.6.4 loses a loaded session right afterwards; 4.4.0-beta does so with every key that its API made (without t_).';
const NOT_TAKEN_BACK =
  'The store did not take the session cookie back: another host (www), path or scheme, or another plugin ended the session.';

function whyDropped({ version, isUntold }: LoadFacts): string {
  if (isUntold) {
    return `The store told no version, so it may be either. ${LOST_BY_COCART} Or: ${NOT_TAKEN_BACK}`;
  }
  const isLossy = version !== null && inSpan(version, { from: '4.2', before: '4.6.4' });
  return isLossy ? LOST_BY_COCART : NOT_TAKEN_BACK;
}

/** What became of a loading, told by the session cookie over two pages and by the carts under its keys. */
export function judgeLoad(facts: LoadFacts): Said & { readonly verdict: LoadVerdict } {
  const row = VERDICTS.find(({ fits }) => fits(facts));
  if (!row) throw new Error('The last verdict fits everything.');
  return { verdict: row.verdict, ...row.say(facts) };
}

/** The cart that the storefront should hold: with `keep-cart` the browser's own lines as well. */
export function expectedCart({ wanted, before, keepCart }: LoadFacts): Cart | null {
  return keepCart ? unionOf(wanted, before.cart) : wanted;
}

/** Both carts' lines. Where both have one, that of the visitor's cart wins (source of 3.12 and 4.3). */
function unionOf(wanted: Cart | null, before: Cart | null): Cart | null {
  if (!wanted?.lines || !before?.lines) return wanted;
  const own = new Set(before.lines.map(({ itemKey }) => itemKey));
  return {
    ...wanted,
    lines: [...wanted.lines.filter(({ itemKey }) => !own.has(itemKey)), ...before.lines],
  };
}

function sameLines(wanted: Cart | null, found: Cart | null): boolean {
  if (wanted === null || found === null) return false;
  return holdsAll(wanted, found) && compareCarts(wanted, found).lines.added.length === 0;
}

/** Every line in its quantity; others beside them do not count. */
function holdsAll(wanted: Cart | null, found: Cart | null): boolean {
  if (wanted === null || found === null) return false;
  const { removed, changed } = compareCarts(wanted, found).lines;
  return removed.length === 0 && !changed.some(({ fields }) => fields.includes('quantity'));
}

/** False where either could not be read. */
function hasChanged(before: Cart | null, now: Cart | null): boolean {
  return before !== null && now !== null && !sameLines(before, now);
}

function hasLines(cart: Cart | null): boolean {
  return (cart?.lines?.length ?? 0) > 0;
}

function hasNoLines(cart: Cart | null): boolean {
  return cart?.lines?.length === 0;
}

function isCustomer(key: string | null): boolean {
  return key !== null && ownerOf(key) === 'customer';
}
