import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastTime } from '../cocart/least-time.ts';
import { decodeJwt, looksLikeJwt } from './jwt.ts';

function part(json: unknown): string {
  return Buffer.from(JSON.stringify(json)).toString('base64url');
}

function token(claims: unknown, header: unknown = { typ: 'JWT', alg: 'HS256' }): string {
  return `${part(header)}.${part(claims)}.c2lnbmF0dXJl`;
}

const COCART = {
  iss: 'https://shop.example',
  iat: 1795344944,
  nbf: 1795344944,
  exp: 1796208944,
  data: { user: { id: 2, username: 'zoë', ip: '127.0.0.1', device: 'x', pat: 'y' } },
};

/** Any code unit: halves of pairs and control characters, too. */
const ANY_UNIT = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));

describe('a token', () => {
  test('of CoCart’s add-on: times in ms, whose it is, who made it', () => {
    expect(decodeJwt(token(COCART))).toEqual({
      is: 'jwt',
      header: { typ: 'JWT', alg: 'HS256' },
      claims: COCART,
      issuedAt: 1795344944000,
      notBefore: 1795344944000,
      expiresAt: 1796208944000,
      issuer: 'https://shop.example',
      user: 'zoë',
      doubts: [],
    });
  });

  test.each([
    ['WooCommerce’s Cart-Token', { user_id: 't_abc', exp: 1795344944, iss: 'store-api' }, 't_abc'],
    ['WooGraphQL’s session', { data: { customer_id: 't_def' } }, 't_def'],
    ['a subject', { sub: '7' }, '7'],
    ['nobody', {}, null],
    ['a user without a name', { data: { user: { id: 7 } } }, '7'],
  ])('of %s', (_, claims, user) => {
    expect(decodeJwt(token(claims))).toMatchObject({ is: 'jwt', user });
  });

  test.each(['Bearer ', 'bearer  ', 'Session '])('with %j before it', (scheme) => {
    expect(decodeJwt(`${scheme}${token(COCART)}`).is).toBe('jwt');
  });

  test.each([
    ['no signature', token(COCART).replace(/[^.]*$/, ''), /no signature/],
    ['two parts alone', token(COCART).split('.').slice(0, 2).join('.'), /no signature/],
    ['alg none', token({}, { alg: 'none' }), /not signed/],
    ['exp in ms', token({ exp: 1796208944000 }), /milliseconds/],
    ['exp that is a word', token({ exp: 'soon' }), /no time/],
  ])('with %s is read and doubted', (_, text, doubt) => {
    const jwt = decodeJwt(text);
    expect(jwt.is === 'jwt' && jwt.doubts.join()).toMatch(doubt);
  });
});

describe('what is no token says why', () => {
  test.each([
    ['nothing', '', /does not begin/],
    ['a word', 'hello', /does not begin/],
    ['a header alone', part({ alg: 'HS256' }), /cut/],
    ['a cut body', `${part({ alg: 'HS256' })}.${part(COCART).slice(0, 30)}.x`, /cut/],
    ['a list for claims', `${part({})}.${part([])}.x`, /cut/],
    ['bytes that are no text', `${part({})}.gICA.x`, /cut/],
    ['percent-encoding', token(COCART).replaceAll('.', '%2E'), /does not begin/],
    ['it twice', `${token({})}.${token({})}`, /twice/],
    ['an encrypted one', `${part({ enc: 'A256GCM' })}.a.b.c.d`, /encrypted/],
  ])('%s', (_, text, why) => {
    const jwt = decodeJwt(text);
    expect(jwt.is === 'none' && jwt.why).toMatch(why);
  });

  test('five megabytes, at once', () => {
    const text = `${token(COCART)}${'a'.repeat(5_000_000)}`;
    const took = leastTime(50, () => {
      expect(decodeJwt(text)).toMatchObject({ is: 'none' });
      expect(looksLikeJwt('x'.repeat(5_000_000))).toBe(false);
    });
    expect(took).toBeLessThan(50);
  });
});

test('claims come back as they were written, whatever they hold', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.string().filter((key) => key !== '__proto__'),
        fc.jsonValue(),
      ),
      (claims) => {
        const wire: unknown = JSON.parse(JSON.stringify(claims));
        const text = token(wire);
        fc.pre(text.length < 16_000);
        expect(decodeJwt(text)).toMatchObject({ is: 'jwt', claims: wire });
        expect(looksLikeJwt(token({ a: 1, ...claims }))).toBe(true);
      },
    ),
  );
});

test('no text throws', () => {
  const part64 = fc.string({ unit: fc.constantFrom(...'eyJhbGci_-=+/0') });
  const wild = fc.oneof(
    fc.string({ unit: ANY_UNIT }),
    fc.array(part64, { maxLength: 6 }).map((parts) => parts.join('.')),
  );
  fc.assert(
    fc.property(wild, (text) => {
      expect(['jwt', 'none']).toContain(decodeJwt(text).is);
    }),
  );
});
