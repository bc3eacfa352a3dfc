import { maskKey, ownerOf } from '../cocart/cart-key.ts';
import { inSpan } from '../session/version-span.ts';
import type { RiskName } from './load-request.ts';
import type { LoadCase, LoadRule, Said } from './load-rules.ts';

/** What a person has to accept by a press of its own. */
const RISKS: Readonly<Record<RiskName, LoadRule>> = {
  'signs-in': {
    fits: ({ request }) => isCustomer(request.key) && request.hash !== null,
    say: ({ request }) => ({
      what: `This link signs the browser in as customer ${request.key}.`,
      why: 'It takes no password: user id and cart hash together are one. Whoever else gets the link is signed in by it too.',
    }),
  },
  'loses-both': {
    fits: losesBoth,
    say: ({ request, isUntold, singleBars }) => ({
      what: isUntold
        ? 'This store told no version of CoCart, and some versions lose both carts.'
        : 'On this store both carts will be lost.',
      why: `CoCart ${request.version ?? '4.4.0-beta'} takes a key that its API made (without t_) on the first page and drops it on the next: the loaded cart is empty afterwards, and the browser’s is gone as well. ${
        isUntold && singleBars ? `${ENDS_SESSIONS} ` : ''
      }Both are kept first.`,
    }),
  },
  'loses-session': {
    fits: (found) =>
      found.singleBars &&
      !isCustomer(found.request.key) &&
      !losesBoth(found) &&
      (found.isUntold || endsSessions(found)),
    say: ({ request, isUntold }) => ({
      what: isUntold
        ? 'This store told no version of CoCart, and some versions lose the loaded cart on the next page.'
        : 'This store will probably lose the loaded cart on the next page.',
      why: `${ENDS_SESSIONS} ${isUntold ? '' : `Here it is ${request.version}. `}Both carts are kept first.`,
    }),
  },
  'customer-here': {
    fits: ({ request, browserKey, signedIn }) =>
      !isCustomer(request.key) &&
      (signedIn || (typeof browserKey === 'string' && isCustomer(browserKey))),
    say: ({ browserKey }) => ({
      what: `This browser is signed in${browserKey ? ` as customer ${maskKey(browserKey)}` : ''}.`,
      why: 'The loaded lines go into the customer’s own cart, whose lines they replace. The customer finds them on every device.',
    }),
  },
};

const ENDS_SESSIONS =
  'The session cookie is written as WooCommerce 10 and later do, with which CoCart 4.2 to 4.6.3 ends a loaded session.';

/** What speaks against loading a cart without forbidding it. */
export function risksOfLoading(found: LoadCase): readonly (Said & { readonly name: RiskName })[] {
  const names: readonly RiskName[] = ['signs-in', 'loses-both', 'loses-session', 'customer-here'];
  return names
    .filter((name) => RISKS[name].fits(found))
    .map((name) => ({ name, ...RISKS[name].say(found) }));
}

/** A version that no answer told may be this one as well. */
function losesBoth({ request, isUntold }: LoadCase): boolean {
  const { key, version } = request;
  return (isUntold || isBeta(version)) && !isCustomer(key) && !/^t_/.test(key);
}

/** Source: CoCart's changelog of 4.6.4. */
function endsSessions({ request: { version } }: LoadCase): boolean {
  return version !== null && !isBeta(version) && inSpan(version, { from: '4.2', before: '4.6.4' });
}

function isBeta(version: string | null): boolean {
  return version !== null && inSpan(version, { beta: true });
}

function isCustomer(key: string): boolean {
  return ownerOf(key) === 'customer';
}
