/** How long an unlocked store stays so, in ms. */
export const UNLOCK_MS = 15 * 60 * 1000;

/** Until when a store takes writes: `open` for hosts that cannot be production, else a time or not at all. */
export type StoreLock =
  | { readonly is: 'open' }
  /** ms since the epoch. */
  | { readonly is: 'unlocked'; readonly until: number }
  | { readonly is: 'locked' };

/**
 * True for hosts that cannot be a shop in production, told by their literal name and never by what it
 * resolves to: loopback, private and link-local addresses (v4 and v6), `localhost`, `.test`, `.local`,
 * and names of a single label. `listed` are hosts that the person named.
 */
export function isSafeHost(origin: string, listed: readonly string[] = []): boolean {
  if (!URL.canParse(origin)) return false;
  const host = new URL(origin).hostname.toLowerCase().replace(/\.$/, '');
  if (host === '') return false;
  if (listed.some((name) => name.trim().toLowerCase() === host)) return true;
  if (host.startsWith('[')) return isSafeV6(host.slice(1, -1));
  // `URL` has brought every spelling of an IPv4 address (hexadecimal, shortened) into this form.
  const v4 = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(host);
  if (v4) return isSafeV4(v4.slice(1).map(Number));
  return !host.includes('.') || /\.(?:localhost|test|local)$/.test(host);
}

/** The host in what a person typed, a whole address or a bare name; null where there is none. */
export function hostIn(typed: string): string | null {
  const text = typed.trim();
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return host === '' || /\s/.test(text) ? null : host;
}

function isSafeV4([a = 0, b = 0]: readonly number[]): boolean {
  return (
    a === 127 ||
    a === 10 ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254)
  );
}

/** Loopback `::1`, unique local `fc00::/7`, link-local `fe80::/10`, and v4 addresses mapped into v6. */
function isSafeV6(address: string): boolean {
  if (address === '::1' || /^f[cd][0-9a-f]{2}:/.test(address) || /^fe[89ab][0-9a-f]:/.test(address))
    return true;
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(address);
  if (!mapped) return false;
  const [high = 0, low = 0] = mapped.slice(1).map((part) => Number.parseInt(part, 16));
  return isSafeV4([high >> 8, high & 255, low >> 8, low & 255]);
}
