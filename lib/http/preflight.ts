import type { Exchange } from './exchange.ts';
import { headerValue } from './headers.ts';

/**
 * True for the question that a browser asks before it sends a call to another origin. Any other OPTIONS
 * asks for the arguments of a route.
 */
export function isPreflight({ request }: Exchange): boolean {
  return (
    request.method === 'OPTIONS' &&
    headerValue(request.headers, 'access-control-request-method') !== null
  );
}
