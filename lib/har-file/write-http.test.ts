import { expect, test } from 'vitest';
import { sampleExchange } from '../cocart/sample-exchange.ts';
import { redact } from './redact.ts';
import { writeHttp } from './write-http.ts';

const KEY = '28f44d3ab757577fefd4688530c2fc';
const page = { url: null, since: 0 };

test('requests are written with variables for store, key and credentials', async () => {
  const exchange = sampleExchange({
    method: 'POST',
    url: `https://shop.example/wp-json/cocart/v2/cart/add-item?cart_key=${KEY}`,
    requestHeaders: {
      ...{ Host: 'shop.example', Cookie: 'a=1', 'User-Agent': 'x', 'Sec-Fetch-Mode': 'cors' },
      ...{ 'Content-Type': 'application/json', Authorization: 'Bearer abcdef123456' },
    },
    requestBody: '{"id":"10"}',
  });
  const { captures } = await redact([{ tabId: 1, page, exchange }]);
  expect(writeHttp(captures)).toBe(`@store = https://shop.example
@cartKeyA = guest-A
@token1 = token-1

### 2026-11-22T10:55:44.000Z · 200
POST {{store}}/wp-json/cocart/v2/cart/add-item?cart_key={{cartKeyA}}
Content-Type: application/json
Authorization: Bearer {{token1}}

{"id":"10"}
`);
});

test('a body that would begin a request of its own is left out, and that is said', async () => {
  const exchange = sampleExchange({
    method: 'POST',
    requestBody: 'a\n### \nDELETE https://shop.example/',
  });
  const text = writeHttp([{ tabId: 1, page, exchange }]);
  expect(text).toContain('# Its body has lines that this format takes for its own.');
  expect(text).not.toContain('DELETE');
});

test('no header or address begins a line of its own', async () => {
  const exchange = sampleExchange({
    method: 'BAD\n### ',
    url: 'https://shop.example/wp-json/cocart/v2/cart?a=b\nDELETE x',
    requestHeaders: { 'X-A': 'b\r\n\r\n### \nDELETE y' },
  });
  const lines = writeHttp([{ tabId: 1, page, exchange }]).split('\n');
  expect(lines.filter((line) => line.startsWith('DELETE'))).toEqual([]);
  expect(lines.filter((line) => line.startsWith('###'))).toHaveLength(1);
});
