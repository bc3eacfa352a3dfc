import type { ApiVersion } from '../cocart/reading.ts';
import { rowFor, type VersionSpan } from '../session/version-span.ts';

/** What a version does with the browser's cart session when a customer signs out by its API. */
export interface SignOutRule {
  readonly api: ApiVersion;
  readonly span: VersionSpan;
  readonly sessionCookie: 'deleted' | 'stays';
  readonly says: string;
  readonly source: string;
}

const NEW_GUEST =
  'The store deletes the session cookie as well: whoever comes next from this browser is a new guest with an empty cart. The customer’s lines stay with the customer.';
const LEFT_BEHIND =
  'The store deletes the sign-in alone: the session cookie stays and still names the customer’s cart. Up to 4.3.7 a guest’s call that carries it is refused with 403 until it is gone. The customer’s lines stay with the customer.';

/** The first row that fits counts. What becomes of the customer's lines is WooCommerce's saved cart; not measured. */
export const SIGN_OUT_RULES: readonly SignOutRule[] = [
  {
    api: 'v2',
    span: { from: '4.2' },
    sessionCookie: 'stays',
    says: LEFT_BEHIND,
    source: 'recorded on 4.3.6: no session cookie in the answer of v2',
  },
  {
    api: 'v1',
    span: { from: '4.2' },
    sessionCookie: 'deleted',
    says: NEW_GUEST,
    source: 'recorded on 4.3.6, v1',
  },
  {
    api: 'v2',
    span: { from: '3.0', before: '4.2' },
    sessionCookie: 'deleted',
    says: NEW_GUEST,
    source: 'recorded on 3.0.17',
  },
  {
    api: 'v1',
    span: { from: '2.1', before: '4.2' },
    sessionCookie: 'deleted',
    says: NEW_GUEST,
    source: 'recorded on 3.0.17, v1',
  },
];

/** What this version does; null where the version was not told, or is one that nothing is known of. */
export function signOutRuleOf(api: ApiVersion, version: string | null): SignOutRule | null {
  return (
    rowFor(
      SIGN_OUT_RULES.filter((row) => row.api === api),
      version,
    ) ?? null
  );
}
