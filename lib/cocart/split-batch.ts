import type { BatchPlace, Body, Exchange, Header } from '../http/exchange.ts';
import { z } from '../zod.ts';
import { Problems } from './fit.ts';
import { parseBody } from './parse-body.ts';

/** WordPress itself takes 25. */
const MOST_PARTS = 100;

const MOST_PATH = 4_000;

const headersSchema = z.catch(
  z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  {},
);

const requestSchema = z.object({
  method: z.catch(z.string(), 'POST'),
  path: z.string(),
  headers: headersSchema,
  body: z.optional(z.unknown()),
});
const requestsSchema = z.object({ requests: z.array(z.unknown()) });

const answerSchema = z.object({
  status: z.number(),
  headers: headersSchema,
  body: z.optional(z.unknown()),
});
const answersSchema = z.object({ responses: z.array(z.unknown()) });

/**
 * The calls of a batch of WordPress (`POST /wp-json/batch/v1`), each as if it had been sent by itself:
 * `{"requests": [{"method": "POST", "path": "/cocart/v2/cart/add-item", "body": …}]}` is answered by
 * `{"responses": [{"status": 200, "headers": …, "body": …}]}`. Headers and time of the whole are those of
 * each. What has no path is left out.
 *
 * Source: WordPress 5.6, WP_REST_Server::serve_batch_request_v1.
 */
export function splitBatch(exchange: Exchange): readonly Exchange[] {
  const root = rootOf(exchange.request.url);
  const sent = requestsSchema.safeParse(jsonOf(exchange.request.body));
  if (root === null || !sent.success) return [];
  const { requests } = sent.data;
  const answers = answersSchema.safeParse(jsonOf(exchange.response.body));
  return requests.slice(0, MOST_PARTS).flatMap((raw, at) => {
    const request = requestSchema.safeParse(raw);
    if (!request.success || request.data.path.length > MOST_PATH) return [];
    const { method, path, headers, body } = request.data;
    const number = at + 1;
    const place = { batch: exchange.id, number, of: requests.length };
    return {
      ...exchange,
      id: `${exchange.id} ${String(number).padStart(3, '0')}`,
      request: {
        method: method.toUpperCase(),
        url: addressOf(root, path),
        headers: [...exchange.request.headers, ...headersOf(headers)],
        body: bodyOf(body),
      },
      // Refused as a whole, it is one answer to all.
      ...(answers.success
        ? answerOf(answers.data.responses[at], exchange, place)
        : { part: { ...place, answer: 'given' } }),
    };
  });
}

type Answered = Pick<Exchange, 'response'> & { readonly part: BatchPlace };

/** `null` stands for a call that was fine, and not carried out because another was not. */
function answerOf(
  raw: unknown,
  { response }: Exchange,
  place: Omit<BatchPlace, 'answer'>,
): Answered {
  const answer = answerSchema.safeParse(raw);
  if (!answer.success) {
    const none: Body = { text: null, missing: 'none' };
    return {
      response: { ...response, status: 0, headers: [], body: none },
      part: { ...place, answer: raw === null ? 'skipped' : 'missing' },
    };
  }
  const { status, headers, body } = answer.data;
  return {
    response: {
      ...response,
      status,
      headers: [...response.headers, ...headersOf(headers)],
      body: bodyOf(body),
    },
    part: { ...place, answer: 'given' },
  };
}

/** The REST root: `https://shop.example/wp-json/`, `https://shop.example/?rest_route=/`. */
function rootOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { origin, pathname, searchParams } = new URL(url);
  const plain = searchParams.get('rest_route');
  const root = /^(.*\/)batch\/v1\/*$/.exec(plain ?? pathname)?.[1];
  if (root === undefined) return null;
  return plain === null ? origin + root : `${origin}${pathname}?rest_route=${root}`;
}

/** Where the root is a query itself, that of the path goes on with it. */
function addressOf(root: string, path: string): string {
  const below = path.replace(/^\/+/, '');
  return root + (root.includes('?') ? below.replace('?', '&') : below);
}

function headersOf(headers: z.infer<typeof headersSchema>): readonly Header[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((one) => ({ name, value: String(one) })),
  );
}

function jsonOf(body: Body): unknown {
  const parsed = parseBody(body, '', new Problems());
  return parsed.form === 'json' ? parsed.json : null;
}

/** As text again, which is what all else reads. Too deep for that, it cannot be had. */
function bodyOf(json: unknown): Body {
  if (json === undefined) return { text: null, missing: 'none' };
  try {
    return { text: JSON.stringify(json) };
  } catch {
    return { text: null, missing: 'unavailable' };
  }
}
