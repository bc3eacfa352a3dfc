import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from 'hono';
import type { DemoStore } from './demo-store.ts';
import { refuseWrite } from './refused-writes.ts';
import type { RestRequest } from './rest-request.ts';
import type { RestAnswer } from './rest-server.ts';

const PHP_WARNING =
  '<br />\n<b>Warning</b>:  Undefined array key "price" in <b>/var/www/html/wp-content/plugins/dynamic-pricing/rules.php</b> on line <b>214</b><br />\n';
const WARNINGS = 5;
const HELP: Readonly<Record<'3.0' | '4.3', string>> = {
  '3.0': 'https://wordpress.org/support/article/faq-troubleshooting/',
  '4.3': 'https://wordpress.org/documentation/article/faq-troubleshooting/',
};

/** Answers kept by the demo's page cache: store → when and what. */
const kept = new WeakMap<DemoStore, { answer: RestAnswer; at: number }>();

function respond(answer: RestAnswer): Response {
  const headers = new Headers();
  for (const [name, value] of answer.headers) headers.append(name, value);
  return new Response(answer.body, { status: answer.status, headers });
}

function criticalError(store: DemoStore): string {
  const help = HELP[store.generation];
  return `<p>There has been a critical error on this website.</p><p><a href="${help}">Learn more about troubleshooting WordPress.</a></p>`;
}

function fatal(store: DemoStore, asHtml: boolean): Response {
  const headers = {
    'cache-control': 'no-cache, must-revalidate, max-age=0',
    expires: 'Wed, 11 Jan 1984 05:00:00 GMT',
    'content-type': asHtml ? 'text/html; charset=UTF-8' : 'application/json; charset=UTF-8',
  };
  const message = criticalError(store);
  const page = `<!DOCTYPE html><html><head><title>WordPress &rsaquo; Error</title></head><body>${message}</body></html>`;
  const trace = {
    type: 1,
    message: 'Uncaught Error: Call to undefined function undefined_function_of_a_plugin()',
    file: '/var/www/html/wp-content/mu-plugins/testkit.php',
    line: 6,
  };
  const body = {
    code: 'internal_server_error',
    message,
    data: store.isFirst ? { status: 500 } : { status: 500, error: trace },
    additional_errors: [],
  };
  return new Response(asHtml ? page : JSON.stringify(body), { status: 500, headers });
}

/** Keeps the first cart read and hands it to whoever comes next, as a cache in front of a store would. */
function cached(store: DemoStore, request: RestRequest, fresh: () => RestAnswer): RestAnswer {
  const isRead = request.method === 'GET' && /\/v[12]\/(cart|get-cart)/.test(request.route);
  if (!isRead) return fresh();
  const hit = kept.get(store);
  if (hit === undefined) {
    const answer = fresh();
    kept.set(store, { answer, at: Date.now() });
    return { ...answer, headers: [...answer.headers, ['x-cache', 'MISS'], ['age', '0']] };
  }
  const age = Math.max(1, Math.round((Date.now() - hit.at) / 1000));
  const headers = hit.answer.headers.filter(([name]) => name !== 'set-cookie');
  return { ...hit.answer, headers: [...headers, ['x-cache', 'HIT'], ['age', String(age)]] };
}

function limited(code: '429' | '400', wanted: number): Response {
  const json = { 'content-type': 'application/json; charset=UTF-8' };
  if (code === '429') {
    const page = '<html><head><title>429 Too Many Requests</title></head></html>';
    const headers = { 'content-type': 'text/html', 'retry-after': String(wanted || 30) };
    return new Response(page, { status: 429, headers });
  }
  const seconds = String(wanted || 10);
  const body = {
    code: 'rate_limit_exceeded',
    message: `Too many requests. Please wait ${seconds} seconds before trying again.`,
    data: { status: 400 },
  };
  const headers = { ...json, 'ratelimit-limit': '25', 'ratelimit-retry-after': seconds };
  return new Response(JSON.stringify(body), { status: 400, headers });
}

/** Answers of a store that has something wrong with it. */
export const faulty = {
  maintenance(_context: Context): Response {
    const page =
      '<!DOCTYPE html><html><head><title>Maintenance</title></head><body><h1>Briefly unavailable for scheduled maintenance. Check back in a minute.</h1></body></html>';
    const headers = { 'content-type': 'text/html; charset=UTF-8', 'retry-after': '600' };
    return new Response(page, { status: 503, headers });
  },

  /** Runs a REST request through the faults that are on, test switches of the request included. */
  async answer(
    store: DemoStore,
    context: Context,
    request: RestRequest,
    run: () => RestAnswer,
  ): Promise<Response> {
    const { faults } = store;
    if (faults.slowMs > 0) await wait(faults.slowMs);
    if (faults.maintenance) return faulty.maintenance(context);
    const isWrite = request.method !== 'GET' && request.method !== 'OPTIONS';
    if (isWrite && faults.limited !== 'off') return limited(faults.limited, faults.retryAfter);
    if (isWrite && faults.refused !== 'off') return refuseWrite(faults.refused);
    if (isWrite && faults.redirected) return context.redirect(`${store.siteUrl}/`, 301);
    const asksHtml = (request.headers.get('accept') ?? '').includes('text/html');
    if (request.headers.has('x-test-fatal')) return fatal(store, asksHtml);
    if (faults.fatal !== 'off') return fatal(store, faults.fatal === 'html');
    if (!faults.cached) kept.delete(store);
    const answer = faults.cached ? cached(store, request, run) : run();
    const warns = faults.phpWarning || request.headers.has('x-test-notice');
    return respond(
      warns ? { ...answer, body: PHP_WARNING.repeat(WARNINGS) + answer.body } : answer,
    );
  },
};
