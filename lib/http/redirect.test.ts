import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRedirect } from './redirect.ts';

const URL_ASKED = 'https://shop.example/go/now?x=1';

function answer(status: number, location?: string, url = URL_ASKED) {
  const headers = location === undefined ? [] : [{ name: 'Location', value: location }];
  return { request: { method: 'GET', url }, response: { status, headers } };
}

test.each([301, 302, 303, 307, 308])(
  '%i sends on, from the address that was asked for',
  (status) => {
    expect(readRedirect(answer(status, '/cart/?cart_key=a#top'), 7)).toEqual({
      method: 'GET',
      url: URL_ASKED,
      to: 'https://shop.example/cart/?cart_key=a#top',
      since: 7,
    });
  },
);

test.each([200, 201, 300, 304, 404])('%i sends nowhere, whatever it names', (status) => {
  expect(readRedirect(answer(status, '/cart/'), 7)).toBeNull();
});

test.each([
  ['none', undefined],
  ['no address', 'https://'],
  ['nothing a browser follows', 'javascript:alert(1)'],
  ['data', 'data:text/html,?cart_key=a'],
])('a redirect to %s has no target', (_, location) => {
  expect(readRedirect(answer(302, location), 7)?.to).toBeNull();
});

test('no Location and no address makes it throw', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (location, url) => {
      const to = readRedirect(answer(302, location, url), 7)?.to ?? null;
      expect(to === null || /^https?:/.test(to)).toBe(true);
    }),
  );
  expect(readRedirect(answer(302, `/?cart_key=${'a'.repeat(5_000_000)}`), 7)?.to).not.toBeNull();
});
