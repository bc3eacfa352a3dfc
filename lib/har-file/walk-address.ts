import { decodePercent } from './percent.ts';
import type { Leaf } from './place.ts';
import { mapForm } from './walk-form.ts';
import { mapPath } from './walk-path.ts';

/** Scheme, who signs in, host, path, query, fragment; all but the path may be missing. */
const ADDRESS =
  /^([a-z][\w+.-]*:\\?\/\\?\/(?:([^/?#@\s]*)@)?([^/?#\s]*))?([^?#]*)(\?[^#]*)?(#[\s\S]*)?$/i;

/** Reads an address or a part of one. Who signs in by it (`user:password@`) is left out. */
export function mapAddress(url: string, leaf: Leaf, mapText: (text: string) => string): string {
  const [, base, signIn, host = '', path = '', query, fragment] = ADDRESS.exec(url) ?? [];
  const [user, ...password] = (signIn ?? '').split(':').map(decodePercent);
  if (user) leaf(user, 'name');
  if (password.length > 0) leaf(password.join(':'), 'token');
  const scheme = base?.slice(
    0,
    base.length - host.length - (signIn === undefined ? 0 : signIn.length + 1),
  );
  const parts = [
    base === undefined ? '' : `${scheme}${leaf(host, 'fixed')}`,
    mapPath(path, leaf),
    query === undefined ? '' : `?${mapForm(query.slice(1), leaf, mapText)}`,
    fragment === undefined ? '' : `#${mapForm(fragment.slice(1), leaf, mapText)}`,
  ];
  // A secret may hold what parts an address, and is found only where the parts stand together.
  return leaf(parts.join(''), 'fixed');
}
