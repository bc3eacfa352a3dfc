import { pageKind } from '../../lib/page-kind.ts';

/** Names a page that no extension may look into; null for every other, and while its address is not known. */
export function unreachableText(url: string | null): string | null {
  if (url === null) return null;
  const { kind, name } = pageKind(url);
  return kind === 'web' ? null : `This is ${name}: extensions cannot look into it.`;
}
