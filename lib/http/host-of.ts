/** The host of an origin or URL with its port, as a person knows a store; the text itself where it is none. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
