import type { Failure } from './outcome.ts';

/** What a screen without a cart knows of its surroundings. */
export interface Surroundings {
  readonly screen: 'panel' | 'popup';
  /** Why no extension may look at this page ("A page of the browser itself."), or null where it may. */
  readonly unreachable: string | null;
  /** False when the page began before anyone listened; null where nobody listens. */
  readonly heardFromStart: boolean | null;
  /** Hosts of stores whose calls were heard, though no cart was among them. */
  readonly stores: readonly string[];
  /** True when those calls asked for a cart, and every one of them failed. */
  readonly refused: boolean;
  /** True when a call was heard in passing that was about a cart: its key is known. */
  readonly unread: boolean;
  /** How the last press of "find this page's cart" ended, where it found none. */
  readonly failure: Failure | null;
}

/** A step that can mend it; a screen makes a button of each, or a form for `name-store`. */
export type Step = 'reload' | 'look' | 'name-store';

/** Why there is no cart on the screen, and what helps, the best first. */
export interface NothingFound {
  readonly title: string;
  readonly why: readonly string[];
  readonly steps: readonly Step[];
}

const LOOK =
  'The cart can be found without any call of the page: with access to it, the session cookie ' +
  '(or the key that the front end stored) says which cart it is.';

const UNHEARD =
  'DevTools tells nothing of calls made by the shop’s own server, a service worker or a page in ' +
  'another tab.';

const NATIVE =
  'A storefront rendered by WordPress makes no CoCart calls at all. Since CoCart 4.2 its cart key ' +
  'stands only in a session cookie that scripts cannot read.';

/** Says why a screen has no cart to show and which step mends it. */
export function explainNothing(around: Surroundings): NothingFound {
  const { screen, unreachable, heardFromStart, stores, refused, unread, failure } = around;
  if (unreachable !== null) {
    const why = [unreachable, 'Go to a shop, then open this again.'];
    return { title: 'This page cannot be looked at', why, steps: [] };
  }
  if (failure) {
    const why = [failure.why, failure.todo].filter((sentence) => sentence !== '');
    return { title: failure.what, why, steps: ['look', 'name-store'] };
  }
  const late = heardFromStart === false;
  const host = stores.join(' and ');
  if (unread) {
    const why = [
      'The page’s calls were heard in passing, with the key that they carry and without their answers.',
      'Refresh reads the cart by that key. Or reload the page: its own calls then tell it.',
    ];
    return { title: 'The key is known, the cart is not', why, steps: ['reload'] };
  }
  if (refused) {
    const why = [
      `${host} was asked for a cart and did not give one. Its answer stands above.`,
      LOOK,
    ];
    return { title: 'The store refused', why, steps: ['look'] };
  }
  if (stores.length > 0) {
    const why = [
      `${host} speaks CoCart, but no call heard so far was about a cart.`,
      late
        ? 'Calls made before DevTools was opened are not told: reload the page to see them.'
        : 'Do something in the shop that changes its cart, and it appears here.',
      LOOK,
    ];
    return { title: 'A store, but no cart yet', why, steps: late ? ['reload', 'look'] : ['look'] };
  }
  if (screen === 'popup') {
    const why = [
      'No DevTools panel has seen a cart on this page.',
      LOOK,
      'Or open DevTools › CoCart, and act in the shop.',
    ];
    return { title: 'No cart seen on this page yet', why, steps: ['look', 'name-store'] };
  }
  if (late) {
    const why = [
      'Calls made before DevTools was opened are not told. Reload the page to see them.',
      NATIVE,
      LOOK,
    ];
    return { title: 'Opened late', why, steps: ['reload', 'look'] };
  }
  const why = [
    'Do something in the shop that changes its cart, and it appears here.',
    UNHEARD,
    NATIVE,
    LOOK,
  ];
  return { title: 'No CoCart call on this page yet', why, steps: ['look'] };
}
