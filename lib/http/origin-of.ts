/** The origin of an address: `https://shop.example`; null where it is none. */
export function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null;
}
