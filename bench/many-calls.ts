import type { Capture } from '../lib/capture.ts';
import type { Exchange } from '../lib/http/exchange.ts';

/** Captures that are handed to the log at once. */
const AT_ONCE = 250;

const PAGE = { url: 'http://localhost:8066/shop/', since: 1 };

/** So many calls made of a few recorded ones, each with texts of its own, in the batches they come in. */
export function* manyCalls(
  exchanges: readonly Exchange[],
  count: number,
): Generator<readonly Capture[]> {
  for (let from = 0; from < count; from += AT_ONCE) {
    yield Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, at) => {
      const exchange = exchanges[(from + at) % exchanges.length];
      return exchange ? [{ tabId: 1, page: PAGE, exchange: copyOf(exchange, from + at) }] : [];
    }).flat();
  }
}

function copyOf(exchange: Exchange, index: number): Exchange {
  const { body } = exchange.response;
  return {
    ...exchange,
    id: `${index}`,
    startedAt: 1_000 + index * 100,
    request: { ...exchange.request, url: `${exchange.request.url}#${index}` },
    response: {
      ...exchange.response,
      // Behind the JSON, so that it is a text of its own and the same answer.
      body: body.text === null ? body : { text: flat(`${body.text} ${' '.repeat(index % 7)}`) },
    },
  };
}

/** Joined texts are kept as their parts until they are looked into. */
function flat(text: string): string {
  return JSON.parse(JSON.stringify(text));
}
