const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  times: '×',
  nbsp: '\u00a0',
};

/** HTML entities as text, as PHP's html_entity_decode() does for those that stand in this store. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|([a-z]+));/g, (whole, digits?: string, name?: string) => {
    if (digits !== undefined) return String.fromCodePoint(Number(digits));
    return (name === undefined ? undefined : NAMED[name]) ?? whole;
  });
}

/** PHP's strip_tags(). */
export function stripTags(text: string): string {
  return text.replace(/<[^>]*>/g, '');
}
