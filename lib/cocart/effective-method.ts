import type { Exchange } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';

/**
 * The method that WordPress takes a request for: `_method` in the URL, else the header, else its own.
 * A preflight has neither in mind.
 */
export function effectiveMethod({ request }: Exchange): string {
  const own = request.method.toUpperCase();
  if (own === 'OPTIONS') return own;
  const parameter = URL.canParse(request.url)
    ? new URL(request.url).searchParams.get('_method')
    : null;
  const override = parameter ?? headerValue(request.headers, 'x-http-method-override');
  return override ? override.toUpperCase() : own;
}
