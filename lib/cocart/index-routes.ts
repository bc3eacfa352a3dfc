import { isObject } from './fit.ts';
import type { ApiVersion } from './reading.ts';

/** Plugins hang dozens of routes on a namespace; an index with more than this is none. */
const MOST_ROUTES = 1_000;
const LONGEST_ROUTE = 300;

/**
 * The routes that the index of a namespace lists, below it and without WordPress's patterns:
 * `/cocart/v2/cart/item/(?P<item_key>[\w]+)` is `cart/item/{item_key}`. Null when it is no such index.
 */
export function readIndexRoutes(
  json: unknown,
  namespace: string,
  api: ApiVersion,
): readonly string[] | null {
  if (!isObject(json) || !isObject(json.routes)) return null;
  const prefix = `/${namespace}/${api}/`;
  return Object.keys(json.routes)
    .filter((path) => path.startsWith(prefix) && path.length <= LONGEST_ROUTE)
    .slice(0, MOST_ROUTES)
    .map((path) => plainRoute(path.slice(prefix.length)));
}

/** Puts a name in the place of each named group, whatever brackets stand within it. */
function plainRoute(pattern: string): string {
  let route = '';
  let at = 0;
  while (at < pattern.length) {
    const name = /^\(\?P<(\w+)>/.exec(pattern.slice(at))?.[1];
    if (name === undefined) {
      route += pattern.charAt(at);
      at += 1;
    } else {
      route += `{${name}}`;
      at = endOfGroup(pattern, at);
    }
  }
  return route;
}

/** Index behind the bracket that closes the one at `start`; the end of the text where none does. */
function endOfGroup(pattern: string, start: number): number {
  let depth = 0;
  for (let at = start; at < pattern.length; at += 1) {
    const character = pattern.charAt(at);
    if (character === '\\') at += 1;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return pattern.length;
}
