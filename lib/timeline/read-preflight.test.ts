import { describe, expect, test } from 'vitest';
import { sampleExchange } from '../cocart/sample-exchange.ts';
import { isPreflight } from '../http/preflight.ts';
import { recordedStep } from '../log/recorded-captures.ts';
import { readPreflight } from './read-preflight.ts';

const SHOP = 'https://front.example';

function preflight(
  answer: Readonly<Record<string, string>>,
  { method = 'POST', headers = 'content-type', status = 200 } = {},
) {
  return readPreflight(
    sampleExchange({
      method: 'OPTIONS',
      status,
      requestHeaders: {
        Origin: SHOP,
        'Access-Control-Request-Method': method,
        ...(headers !== '' && { 'Access-Control-Request-Headers': headers }),
      },
      headers: Object.entries(answer),
    }),
  );
}

const OPEN = {
  'access-control-allow-origin': SHOP,
  'access-control-allow-credentials': 'true',
  'access-control-allow-methods': 'OPTIONS, GET, POST, PUT, PATCH, DELETE',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type',
};

describe('a preflight', () => {
  test('is an OPTIONS that names a method; any other asks for arguments', () => {
    const asked = { 'access-control-request-method': 'POST' };
    expect(isPreflight(sampleExchange({ method: 'OPTIONS', requestHeaders: asked }))).toBe(true);
    expect(isPreflight(sampleExchange({ method: 'OPTIONS' }))).toBe(false);
    expect(isPreflight(sampleExchange({ method: 'GET', requestHeaders: asked }))).toBe(false);
  });

  test('tells what was asked for', () => {
    expect(preflight(OPEN, { method: 'DELETE', headers: 'a, b' })).toMatchObject({
      origin: SHOP,
      method: 'DELETE',
      headers: ['a', 'b'],
    });
  });

  test.each([
    ['what is listed, whatever its case', OPEN, {}],
    ['any method', { ...OPEN, 'access-control-allow-methods': '*' }, { method: 'DELETE' }],
    ['any header', { ...OPEN, 'Access-Control-Allow-Headers': '*' }, { headers: 'x-a,x-b' }],
    ['any origin', { ...OPEN, 'access-control-allow-origin': '*' }, {}],
    ['a POST that nobody lists', { ...OPEN, 'access-control-allow-methods': 'PUT' }, {}],
    ['an answer without content', OPEN, { status: 204 }],
  ])('allows %s', (_, answer, asked) => {
    expect(preflight(answer, asked).refusals).toEqual([]);
  });

  test.each([
    ['no answer', {}, { status: 0 }, 'it got no answer'],
    ['a redirect', OPEN, { status: 301 }, 'it was redirected (status 301)'],
    ['a refusal', OPEN, { status: 403 }, 'its status is 403'],
    ['no origin', { allow: 'POST' }, {}, 'no origin is allowed'],
    [
      'another origin',
      { ...OPEN, 'access-control-allow-origin': 'https://shop.example' },
      {},
      `origin ${SHOP} is not allowed, but https://shop.example`,
    ],
    [
      'an origin that is named twice',
      { ...OPEN, 'Access-Control-Allow-Origin': SHOP },
      {},
      `origin ${SHOP} is not allowed, but ${SHOP}, ${SHOP}`,
    ],
    ['a method in another case', OPEN, { method: 'patch' }, 'method patch is not allowed'],
    ['headers', OPEN, { headers: 'cart-key,content-type' }, 'header cart-key is not allowed'],
  ])('refuses by %s', (_, answer, asked, refusal) => {
    expect(preflight(answer, asked).refusals).toEqual([refusal]);
  });

  test('says where cookies are not let through', () => {
    expect(preflight(OPEN).onlyWithoutCookies).toBe(false);
    const { 'access-control-allow-credentials': _, ...others } = OPEN;
    expect(preflight(others).onlyWithoutCookies).toBe(true);
    const any = { ...OPEN, 'access-control-allow-origin': '*' };
    expect(preflight(any).onlyWithoutCookies).toBe(true);
  });

  test('cuts what is long', () => {
    const [refusal = ''] = preflight(OPEN, { headers: 'x'.repeat(100_000) }).refusals;
    expect(refusal.length).toBeLessThan(150);
  });

  test.each([
    ['3.0.17', ['header cocart-api-cart-key is not allowed']],
    ['4.3.6', ['no origin is allowed']],
  ])('of CoCart %s as recorded', (version, refusals) => {
    const { exchange } = recordedStep(`cocart-${version}/v2-cors.jsonl`, 'preflight');
    expect(isPreflight(exchange)).toBe(true);
    expect(readPreflight(exchange).refusals).toEqual(refusals);
  });
});
