import { isSafeHost } from '../action/host-lock.ts';
import type { WriteRequest } from '../action/write-request.ts';
import { decodeBytes, MAX_BODY_BYTES } from '../http/decode-body.ts';
import type { Body, Exchange } from '../http/exchange.ts';
import type { Outcome } from '../outcome.ts';
import { succeed } from '../outcome.ts';
import type { CartRequest } from '../store-search/cart-request.ts';
import { brokenOff, offline, redirected, tooLate, unreached } from './transport-failures.ts';

/** How long a store may take to answer, its body included. */
export const TIMEOUT_MS = 15_000;

/** Sends one GET; see `sendRequest`. */
export function sendGet({ url, credentials }: CartRequest): Promise<Outcome<Exchange>> {
  const headers = [{ name: 'Accept', value: 'application/json' }];
  return sendRequest({ method: 'GET', url, headers, body: null, credentials });
}

/**
 * Sends one request past every cache and returns the exchange, whatever its status; fails when no
 * answer arrived in time. A read follows redirects, and tells so; a write does not: it goes to the
 * address that was shown or nowhere, and on the way a browser would make a GET of a POST.
 *
 * @param keepUnanswered takes the attempt as an exchange without an answer, or with a redirect that was
 *   not followed, for it may have been taken. Not called where the browser was offline: nothing went out
 */
export async function sendRequest(
  request: WriteRequest,
  keepUnanswered: (exchange: Exchange) => Promise<void> = async () => {},
  timeout = TIMEOUT_MS,
): Promise<Outcome<Exchange>> {
  const startedAt = Date.now();
  const begun = performance.now();
  const { method, url } = request;
  const { origin } = new URL(url);
  // Asked beforehand: a connection that is lost on the way may have carried the request. A store on this
  // machine is reached without any.
  const isOffline = navigator.onLine === false && !isSafeHost(origin);
  const attempt = (missing: 'unavailable' | 'redirect') =>
    unanswered(request, startedAt, performance.now() - begun, missing);
  // A row that cannot be kept says nothing of the store.
  const keepAttempt = (missing: 'unavailable' | 'redirect') =>
    keepUnanswered(attempt(missing)).catch(() => undefined);
  const mayWrite = method !== 'GET' || request.writes === true;
  const signal = AbortSignal.timeout(timeout);
  let response: Response;
  try {
    response = await ask(request, signal);
  } catch (error) {
    if (isOffline && !isTimeout(error)) return offline();
    await keepAttempt('unavailable');
    return isTimeout(error) ? tooLate(origin, timeout) : unreached(origin, error, mayWrite);
  }
  if (isRedirect(response)) {
    await keepAttempt('redirect');
    return redirected(origin);
  }
  try {
    return succeed({ ...attempt('unavailable'), response: await readResponse(response) });
  } catch (error) {
    await keepAttempt('unavailable');
    return isTimeout(error) ? tooLate(origin, timeout) : brokenOff(origin, error, mayWrite);
  }
}

/** Throws where nothing comes back in time. */
function ask(request: WriteRequest, signal: AbortSignal): Promise<Response> {
  const { method, url, headers, body, credentials } = request;
  return fetch(url, {
    method,
    credentials,
    headers: headers.map(({ name, value }) => [name, value]),
    body,
    cache: 'no-store',
    redirect: method === 'GET' && !request.writes ? 'follow' : 'manual',
    referrerPolicy: 'no-referrer',
    signal,
  });
}

/** Throws where the answer is cut off. */
async function readResponse(response: Response): Promise<Exchange['response']> {
  return {
    status: response.status,
    headers: [...response.headers].map(([name, value]) => ({ name, value })),
    body: await readBody(response),
    fromCache: false,
    ...(response.redirected && { redirectedTo: response.url }),
  };
}

/** A request as it went out, and why nothing is told of what came back. */
function unanswered(
  { method, url, headers, body }: WriteRequest,
  startedAt: number,
  durationMs: number,
  missing: 'unavailable' | 'redirect',
): Exchange {
  return {
    id: `own-${startedAt.toString(36)}-${crypto.randomUUID()}`,
    ...{ startedAt, durationMs, sender: 'extension' },
    request: {
      ...{ method, url, headers },
      body: body === null ? { text: null, missing: 'none' } : { text: body },
    },
    response: {
      ...{ status: 0, headers: [], fromCache: false },
      body: { text: null, missing },
    },
  };
}

/** Reads as far as bodies are kept, and no further. */
async function readBody(response: Response): Promise<Body> {
  const reader = response.body?.getReader();
  if (!reader) return { text: null, missing: 'none' };
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.byteLength;
    if (length > MAX_BODY_BYTES) {
      await reader.cancel();
      return { text: null, missing: 'too-large' };
    }
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return decodeBytes(bytes, response.headers.get('content-type') ?? '');
}

/** A browser hides where a redirect leads that it was told not to follow; Node shows its status. */
function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 301 && status <= 308 && status !== 304);
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}
