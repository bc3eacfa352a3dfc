import { expect, test } from 'vitest';
import { groupHeaders } from './header-groups.ts';

test('headers stand by what they are about, each once', () => {
  const names = [
    ...['content-type', 'CoCart-API-Cart-Key', 'Cart-Key', 'X-LiteSpeed-Cache', 'Age', 'Vary'],
    ...['Access-Control-Allow-Origin', 'Origin', 'X-QM-overview-time_taken', 'CoCart-Cache'],
  ];
  const groups = groupHeaders(names.map((name) => ({ name, value: '' })));
  expect(
    groups.map(({ title, headers }) => [title, ...headers.map(({ name }) => name)].join(' ')),
  ).toEqual([
    'CoCart CoCart-API-Cart-Key Cart-Key CoCart-Cache',
    'Cache X-LiteSpeed-Cache Age Vary',
    'CORS Access-Control-Allow-Origin Origin',
    'Query Monitor X-QM-overview-time_taken',
    'Others content-type',
  ]);
  expect(groups.filter(({ folded }) => folded).map(({ title }) => title)).toEqual([
    'Query Monitor',
  ]);
});
