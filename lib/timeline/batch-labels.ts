import { readRestAddress } from '../cocart/store-address.ts';
import type { Exchange } from '../http/exchange.ts';
import { shortRoute } from '../log/short-route.ts';
import { z } from '../zod.ts';

/** More calls than that in one are not listed. */
const MOST = 100;

const requestsSchema = z.object({
  requests: z.array(z.object({ method: z.catch(z.string(), 'GET'), path: z.string() })),
});

/**
 * The calls of a batch as labels, in their order: `{"requests": [{"method": "POST", "path":
 * "/cocart/v2/cart/add-item", …}]}`. Null where its body was not heard or holds none.
 */
export function batchLabels({ request }: Exchange): readonly string[] | null {
  const parsed = requestsSchema.safeParse(jsonOf(request.body.text ?? ''));
  if (!parsed.success || parsed.data.requests.length === 0) return null;
  return parsed.data.requests.slice(0, MOST).map(({ method, path }) => {
    // Paths begin at the REST root, whatever host that is at.
    const route = readRestAddress(`http://store/${path}`)?.route ?? path.replace(/^\/|\?.*$/g, '');
    return `${method.toUpperCase()} ${shortRoute(route)}`;
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
