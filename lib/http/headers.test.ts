import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headerValue, readCookies, readSetCookie } from './headers.ts';

const NOW = Date.UTC(2026, 10, 22, 10, 55, 44);

describe('the value of a header', () => {
  const headers = [
    { name: 'Content-Type', value: 'text/html' },
    { name: 'x-cocart-api', value: 'first' },
    { name: 'X-CoCart-API', value: 'last' },
    { name: 'empty', value: '' },
  ];

  test.each([
    ['content-type', 'text/html'],
    ['CONTENT-TYPE', 'text/html'],
    ['x-cocart-api', 'last'],
    ['empty', ''],
    ['absent', null],
    ['__proto__', null],
  ])('%s is %j', (name, value) => {
    expect(headerValue(headers, name)).toBe(value);
  });
});

describe('cookies of a request', () => {
  test('in order, with what stands behind the first equals sign', () => {
    expect(readCookies('a=1; b = x=y ;c=; noequals; =nameless;d=%7C')).toEqual([
      { name: 'a', value: '1' },
      { name: 'b', value: 'x=y' },
      { name: 'c', value: '' },
      { name: 'd', value: '%7C' },
    ]);
  });

  test('none', () => {
    expect(readCookies('')).toEqual([]);
  });
});

describe('a cookie that is set', () => {
  test.each([
    'session=abc',
    'session=abc; path=/; HttpOnly; SameSite=Lax',
    'session=abc; expires=Sun, 29 Nov 2026 10:55:44 GMT; Max-Age=604800; path=/',
    'session=abc; Max-Age=604800',
    'session=abc; expires=nonsense',
    'session=abc; Max-Age=',
    'session=abc; Max-Age=soon',
  ])('%s', (header) => {
    expect(readSetCookie(header, NOW)).toEqual({ name: 'session', value: 'abc', deleted: false });
  });

  test.each([
    'session=abc; Max-Age=0',
    'session=abc; max-age=-1',
    'session=abc; expires=Sat, 21 Nov 2026 10:55:44 GMT',
    'session=abc; Expires=Thu, 01-Jan-1970 00:00:01 GMT; path=/',
    'session=deleted; expires=Thu, 01-Jan-1970 00:00:01 GMT; Max-Age=0',
    'session=',
    'session=%20',
    'session=deleted',
  ])('%s takes it away', (header) => {
    expect(readSetCookie(header, NOW)).toMatchObject({ name: 'session', deleted: true });
  });

  test('its age goes before its date, as in a browser', () => {
    const past = 'expires=Sat, 21 Nov 2026 10:55:44 GMT';
    expect(readSetCookie(`session=abc; ${past}; Max-Age=604800`, NOW)?.deleted).toBe(false);
    const future = 'expires=Sun, 29 Nov 2026 10:55:44 GMT';
    expect(readSetCookie(`session=abc; ${future}; Max-Age=0`, NOW)?.deleted).toBe(true);
  });

  test.each(['', 'no pair', '=nameless', '; path=/'])('%j is none', (header) => {
    expect(readSetCookie(header, NOW)).toBeNull();
  });
});

test('whatever stands there, every cookie has a name', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const names = [...readCookies(text), readSetCookie(text, NOW)].map((cookie) => cookie?.name);
      expect(names).not.toContain('');
    }),
  );
});
