/** What a call did to the cart, in words. Kept of every call, so it holds no cart. */
export interface Effect {
  readonly is: EffectKind;
  /** `Album qty 1 → 2` */
  readonly words: string;
  /** `total +$16.09`; null where the total did not change, or was not told. */
  readonly amount: string | null;
  /** What has to be known beside: that another call did it, what got lost; null for nothing. */
  readonly note: string | null;
  /** What a write that was under way at the same time did, and this answer does not show. */
  readonly lost: string | null;
}

/**
 * - `changed`: it answered with another cart than the one known before.
 * - `new`: it answered with a new cart, because no key was sent.
 * - `first`: nothing was known of this cart before.
 * - `same`: nothing changed.
 * - `error`: the store refused, failed, or did not answer.
 * - `silent`: it was carried out, and the answer tells no cart.
 * - `other`: it is not about a cart.
 * - `unheard`: its answer was not heard.
 * - `gone`: its answer gave way to newer ones before it was read here.
 */
export type EffectKind =
  | 'changed'
  | 'new'
  | 'first'
  | 'same'
  | 'error'
  | 'silent'
  | 'other'
  | 'unheard'
  | 'gone';

/** True where the cart is another one after the call, as far as its answer tells. */
export function isChange({ is }: Effect): boolean {
  return is === 'changed' || is === 'new';
}
