/**
 * Whose cart a key opens: digits alone are a user id, so a customer's; everything else is a guest's
 * (32 hex digits up to 4.1, 30 from 4.2, `t_` + 30 from WooCommerce and CoCart 4.3.23, or the shop's own).
 */
export function ownerOf(key: string): 'guest' | 'customer' {
  return /^\d+$/.test(key) ? 'customer' : 'guest';
}

/** The key as it may stand on a screen: `6229…4763`. A user id is no secret and stays plain. */
export function maskKey(key: string): string {
  return ownerOf(key) === 'customer' ? key : maskSecret(key);
}

/** What opens a cart or signs somebody in, as it may stand on a screen. */
export function maskSecret(text: string): string {
  return text.length > 12 ? `${text.slice(0, 4)}…${text.slice(-4)}` : '•'.repeat(text.length);
}

/** True for the shapes in which CoCart and WooCommerce generate a guest's key. */
export function looksLikeCartKey(value: string): boolean {
  return /^(t_)?[0-9a-f]{30}$|^[0-9a-f]{32}$/.test(value);
}
