import type { SeenPlace } from '../../lib/log/seen-keys.ts';

/** Where a key was seen, in a word or two: `query`, `session cookie`, `reply header`. */
export function placeWord({ source, name }: Pick<SeenPlace, 'source' | 'name'>): string {
  switch (source) {
    case 'query':
      return 'query';
    case 'path':
      return 'path';
    case 'request-header':
      return 'sent header';
    case 'request-body':
      return 'sent body';
    case 'session-cookie':
      return 'session cookie';
    case 'localStorage':
    case 'sessionStorage':
      return source;
    case 'cookie':
      return /session/i.test(name) ? 'session cookie' : 'cookie';
    case 'response-header':
      return 'reply header';
    case 'set-cookie':
      return 'cookie set by the reply';
    case 'body':
      return 'reply body';
  }
}

/** `1 other key`, `3 other keys`. */
export function otherKeysText(count: number): string {
  return `${count} other key${count === 1 ? '' : 's'}`;
}
