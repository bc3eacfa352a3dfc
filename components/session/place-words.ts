import type { KeySource } from '../../lib/log/key-sightings.ts';

interface Place {
  readonly source: KeySource;
  readonly name: string;
}

/** Where a key was seen, in a word or two: `query`, `session cookie`, `reply header`. */
export function placeWord({ source, name }: Place): string {
  switch (source) {
    case 'page-address':
      return 'page address';
    case 'redirect-address':
      return 'redirect address (Location)';
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
