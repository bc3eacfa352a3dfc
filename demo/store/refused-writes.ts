import { z } from '../../lib/zod.ts';

/** How a store, or what stands in front of it, refuses every write. */
export const RefusedWrites = z.enum([
  'off',
  '401',
  '403',
  '403-page',
  'no-route',
  'text',
  'cut',
  'silent',
]);
export type RefusedWrites = z.infer<typeof RefusedWrites>;

/** What each is called in the store's switches. */
export const REFUSED_WRITES: Readonly<Record<RefusedWrites, string>> = {
  off: 'off',
  '401': '401: REST for users alone',
  '403': '403 by a plugin',
  '403-page': '403 as a page of a firewall',
  'no-route': '404: no such route',
  text: '200 with text instead of JSON',
  cut: 'cut off in the middle',
  silent: 'never answered',
};

const JSON_TYPE = { 'content-type': 'application/json; charset=UTF-8' };

/** The answer to a write; codes and texts are WordPress' own where it has them. */
export function refuseWrite(how: Exclude<RefusedWrites, 'off'>): Response | Promise<Response> {
  switch (how) {
    case '401':
      return problem(401, 'rest_not_logged_in', 'You are not currently logged in.');
    case '403':
      return problem(403, 'rest_forbidden', 'Sorry, you are not allowed to do that.');
    case '403-page':
      return new Response('<html><head><title>Access denied</title></head></html>', {
        ...{ status: 403, headers: { 'content-type': 'text/html' } },
      });
    case 'no-route':
      return problem(
        404,
        'rest_no_route',
        'No route was found matching the URL and request method.',
      );
    case 'text':
      return new Response('Database error', { headers: { 'content-type': 'text/plain' } });
    case 'cut':
      return new Response(brokenOff(), { headers: JSON_TYPE });
    case 'silent':
      // Whoever asked gives up first; the connection goes with them.
      return new Promise(() => {});
  }
}

function problem(status: number, code: string, message: string): Response {
  const body = JSON.stringify({ code, message, data: { status } });
  return new Response(body, { status, headers: JSON_TYPE });
}

/** A connection that ends before the answer does. */
function brokenOff(): ReadableStream<Uint8Array> {
  let begun = false;
  return new ReadableStream({
    pull(controller) {
      if (begun) controller.error(new Error('The connection is closed.'));
      else controller.enqueue(new TextEncoder().encode('{"cart_hash":'));
      begun = true;
    },
  });
}
