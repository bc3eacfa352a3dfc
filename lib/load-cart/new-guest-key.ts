import { inSpan } from '../session/version-span.ts';

/**
 * A guest's key that no cart has yet: every version makes the cart when it is first written to. In the
 * form of the storefront's own keys, so that a browser may have that cart: 32 hex digits up to 4.1, and
 * `t_` with 30 from 4.2, of which 4.4.0-beta drops others (observed).
 */
export function newGuestKey(version: string | null): string {
  const isOld = version !== null && inSpan(version, { before: '4.2' });
  return isOld ? hexOf(16) : `t_${hexOf(15)}`;
}

function hexOf(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes));
  return [...random].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
