import type { Body, Exchange, Header } from '../http/exchange.ts';

/** What a test says of an exchange; the rest is an ordinary one of a cart that was asked for. */
export interface Sample {
  readonly method?: string;
  readonly url?: string;
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly requestBody?: string;
  readonly status?: number;
  /** Pairs, for a header may stand there twice. */
  readonly headers?: readonly (readonly [name: string, value: string])[];
  /** Text as it came, or JSON that is written out; undefined for no body. */
  readonly body?: unknown;
  readonly missing?: Body['missing'];
}

/** When every sample was answered, in ms since the epoch. */
export const SAMPLED_AT = Date.UTC(2026, 10, 22, 10, 55, 44);

export const SAMPLE_ROOT = 'https://shop.example/wp-json/cocart';

const JSON_TYPE: readonly (readonly [string, string])[] = [
  ['content-type', 'application/json; charset=UTF-8'],
];

/** An exchange for a test: by default a good `GET /cocart/v2/cart` whose answer is JSON. */
export function sampleExchange(sample: Sample = {}): Exchange {
  const { method = 'GET', url = `${SAMPLE_ROOT}/v2/cart`, status = 200, body } = sample;
  const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
  return {
    id: 'sample',
    startedAt: SAMPLED_AT,
    durationMs: 3,
    sender: 'page',
    request: {
      method,
      url,
      headers: Object.entries(sample.requestHeaders ?? {}).map(toHeader),
      body:
        sample.requestBody === undefined
          ? { text: null, missing: 'none' }
          : { text: sample.requestBody },
    },
    response: {
      status,
      headers: (sample.headers ?? JSON_TYPE).map(toHeader),
      body: text === undefined ? { text: null, missing: sample.missing ?? 'none' } : { text },
      fromCache: null,
    },
  };
}

function toHeader([name, value]: readonly [string, string]): Header {
  return { name, value };
}
