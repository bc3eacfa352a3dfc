/** Something in which the demo knowingly differs from the recorded stores. */
export interface KnownDifference {
  /** The recordings it shows in; both when none is named. */
  readonly store?: 'cocart-3.0.17' | 'cocart-4.3.6';
  readonly scenario: string;
  /** The step it shows in; every step of the scenario when none is named. */
  readonly step?: string;
  /** Matches the path of each difference that it explains. */
  readonly path: RegExp;
  readonly reason: string;
}

/**
 * Every difference that the replay may find. One that is not here fails the test, and so does one here
 * that no longer shows.
 */
export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    scenario: 'discovery',
    step: 'rest index',
    path: /^body\.routes\./,
    reason:
      'A WordPress site lists hundreds of routes of its own and of WooCommerce; the demo lists its root and, on 3.0, CoCart.',
  },
  {
    scenario: 'discovery',
    step: 'v2 index',
    path: /^body\.routes\./,
    reason:
      'The routes are those of the recorded store as far as the demo serves them; their argument lists are shorter and in our own words.',
  },
  {
    scenario: 'discovery',
    step: 'v1 index',
    path: /^body\.routes\./,
    reason:
      'The routes are those of the recorded store as far as the demo serves them; their argument lists are shorter and in our own words.',
  },
  {
    store: 'cocart-4.3.6',
    scenario: 'discovery',
    step: 'OPTIONS cart',
    path: /^body\.(schema$|endpoints\[0\]\.args\.)/,
    reason: 'The demo has no JSON schema of its answers, and describes arguments in its own words.',
  },
  {
    store: 'cocart-4.3.6',
    scenario: 'discovery',
    step: 'OPTIONS add-item',
    path: /^body\.(schema$|endpoints\[0\]\.(args\.|allow_batch$))/,
    reason: 'The demo has no JSON schema of its answers, no batch route, and fewer arguments.',
  },
  {
    store: 'cocart-4.3.6',
    scenario: 'v2-broken',
    step: 'fatal error',
    path: /^body\.data\.error\.message$/,
    reason: 'The stack trace is cut to its first sentence.',
  },
  {
    store: 'cocart-4.3.6',
    scenario: 'v2-products',
    path: /\brelated\b/,
    reason: 'A real store draws the five related products by lot.',
  },
  {
    scenario: 'v2-sessions',
    step: 'sessions',
    path: /^body\[\d+\](\.(cart_\w+|customers_\w+|link))?$/,
    reason: 'The recorded stores held carts of earlier runs; the demo starts without any.',
  },
];
