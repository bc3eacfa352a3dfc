/**
 * Whose cart a key opens: digits alone are a user id, so a customer's; everything else is a guest's
 * (32 hex digits up to 4.1, 30 from 4.2, `t_` + 30 from WooCommerce and CoCart 4.3.23, or the shop's own).
 */
export function ownerOf(key: string): 'guest' | 'customer' {
  return /^\d+$|^customer-[A-Z]+$/.test(key) ? 'customer' : 'guest';
}

/** True for what stands for a key in everything that leaves the panel: `guest-A`, `customer-B`. */
export function isPseudonym(key: string): boolean {
  return /^(?:guest|customer)-[A-Z]+$/.test(key);
}

/** The key as it may stand on a screen: `6229…4763`. User ids and pseudonyms are no secret and stay plain. */
export function maskKey(key: string): string {
  return ownerOf(key) === 'customer' || isPseudonym(key) ? key : maskSecret(key);
}

/** What opens a cart or signs somebody in, as it may stand on a screen. */
export function maskSecret(text: string): string {
  return text.length > 12 ? `${text.slice(0, 4)}…${text.slice(-4)}` : '•'.repeat(text.length);
}

/** True for the shapes in which CoCart and WooCommerce generate a guest's key. */
export function looksLikeCartKey(value: string): boolean {
  return /^(t_)?[0-9a-f]{30}$|^[0-9a-f]{32}$/.test(value);
}
