import { expect, it } from 'vitest';
import { sampleCalls } from '../session/sample-calls.ts';
import { seenKeys } from './seen-keys.ts';

const KEY = '0123456789abcdef0123456789abcd';
const url = `https://shop.example/wp-json/cocart/v2/cart?cart_key=${KEY}`;
const headers = [['CoCart-API-Cart-Key', KEY]] as const;

it('names the places of a key request before response, whatever the newest call lacked', () => {
  const calls = sampleCalls([
    { url, names: KEY, headers },
    { url, names: KEY },
  ]);
  const [seen] = seenKeys(calls, []);
  expect(seen?.places.map(({ source }) => source)).toEqual(['query', 'response-header', 'body']);
});

it('puts a key at rest behind the calls of the page, and before what we were answered', () => {
  const calls = sampleCalls([
    { url, names: KEY, sender: 'extension', headers },
    { url, names: KEY },
  ]);
  const rest = {
    key: KEY,
    rest: 'localStorage' as const,
    name: 'cartKey',
    origin: 'https://shop.example',
    expiresAt: null,
    used: false,
    asOf: 0,
  };
  const [seen] = seenKeys(calls, [rest]);
  const sources = seen?.places.map(({ source }) => source);
  expect(sources).toEqual(['query', 'body', 'localStorage', 'response-header']);
});
