import type { ActHost } from '../action/run-act.ts';
import type { WriteRequest } from '../action/write-request.ts';
import type { Exchange } from '../http/exchange.ts';
import { fail, type Outcome, succeed } from '../outcome.ts';
import {
  type Credentials,
  carriesPassword,
  withoutPassword,
  withPassword,
} from '../sign-in/credentials.ts';
import { sendRequest } from './transport.ts';

/**
 * Sends as the customer where a request says so, to the store that the password was typed for; what
 * comes back, and what is kept of an attempt without an answer, tells the request as it was shown.
 */
export function sendAs(
  credentials: Credentials | null,
  origin: string,
  keep: ActHost['keep'],
): ActHost['send'] {
  return async (request) => {
    if (!credentials || !carriesPassword(request)) return sendRequest(request, keep);
    if (new URL(request.url).origin !== origin) return anotherStore(origin);
    const shown = (exchange: Exchange) => asShown(exchange, request, credentials);
    const answer = await sendRequest(withPassword(request, credentials), (attempt) =>
      keep(shown(attempt)),
    );
    return answer.ok ? succeed(shown(answer.value)) : answer;
  };
}

/** A store may repeat the password. */
function asShown(
  exchange: Exchange,
  { headers }: WriteRequest,
  credentials: Credentials,
): Exchange {
  const { request, response } = exchange;
  const { body } = response;
  return {
    ...exchange,
    request: { ...request, headers },
    response: {
      ...response,
      headers: response.headers.map(({ name, value }) => ({
        name,
        value: withoutPassword(value, credentials),
      })),
      body: body.text === null ? body : { text: withoutPassword(body.text, credentials) },
    },
  };
}

function anotherStore(origin: string): Outcome<never> {
  return fail(
    'A request would have gone to another store.',
    `The password was typed for ${origin}, and goes nowhere else. It was not sent.`,
    'Read the cart again, then plan it anew.',
  );
}
