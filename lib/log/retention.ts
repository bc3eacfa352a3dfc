import type { Exchange } from '../http/exchange.ts';

/**
 * What an open panel keeps of CoCart's traffic, in bytes of memory: bodies, and everything else of an
 * exchange (addresses, headers). Together with what is read from them, 10,000 calls stay within 64 MB.
 */
export const MOST_BODY_BYTES = 24 * 1024 * 1024;
export const MOST_HEAD_BYTES = 24 * 1024 * 1024;

/** What is kept of a call beside its bodies and address: objects, and headers, which calls share. */
const CALL_BYTES = 1_500;
const HEADER_BYTES = 12;

const BEYOND_LATIN1 = /[\u0100-\uffff]/;

/** Memory of a text, as JavaScript engines keep it: one byte a unit, two when any is beyond Latin-1. */
export function textBytes(text: string): number {
  return BEYOND_LATIN1.test(text) ? text.length * 2 : text.length;
}

/** Memory of the two bodies of an exchange. */
export function bodyBytes({ request, response }: Exchange): number {
  return textBytes(request.body.text ?? '') + textBytes(response.body.text ?? '');
}

/** Memory of an exchange without its bodies, about. */
export function headBytes({ id, request, response }: Exchange): number {
  const headers = request.headers.length + response.headers.length;
  return CALL_BYTES + id.length + request.url.length + headers * HEADER_BYTES;
}

/** The exchange without its bodies, which then say that they were dropped. */
export function dropBodies(exchange: Exchange): Exchange {
  const { request, response } = exchange;
  return {
    ...exchange,
    request: { ...request, body: dropped(request.body) },
    response: { ...response, body: dropped(response.body) },
  };
}

function dropped(body: Exchange['request']['body']): Exchange['request']['body'] {
  return body.text === null ? body : { text: null, missing: 'dropped' };
}
