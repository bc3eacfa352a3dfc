import { describe, expect, test } from 'vitest';
import { isPseudonym, looksLikeCartKey, maskKey, ownerOf } from './cart-key.ts';

const HEX_30 = '0d7bed2e2b89b5bd3b0e6bc9f2c97a';

describe('whose cart a key opens', () => {
  test.each(['2', '0', '4711'])('%s is a customer', (key) => {
    expect(ownerOf(key)).toBe('customer');
  });

  test.each([HEX_30, `t_${HEX_30}`, `${HEX_30}ff`, 'my-key', '2a', '-2', '', '２'])(
    '%j is a guest',
    (key) => {
      expect(ownerOf(key)).toBe('guest');
    },
  );
});

describe('a key on the screen', () => {
  test('shows four characters at each end', () => {
    expect(maskKey('62290d7bed2e2b89b5bd3b0e6bc94763')).toBe('6229…4763');
  });

  test('shows a user id', () => {
    expect(maskKey('2')).toBe('2');
    expect(maskKey('1234567890123456')).toBe('1234567890123456');
  });

  test.each(['abcd', 'abcdefgh', 'abcdefghijkl'])('shows nothing of the short %s', (key) => {
    expect(maskKey(key)).toBe('•'.repeat(key.length));
  });
});

describe('a pseudonym', () => {
  test.each([
    ['guest-A', 'guest'],
    ['customer-AB', 'customer'],
  ])('%s says itself whose it is, and is no secret', (key, owner) => {
    expect(isPseudonym(key)).toBe(true);
    expect(ownerOf(key)).toBe(owner);
    expect(maskKey(key)).toBe(key);
  });

  test.each(['guest-', 'customer-a', 'guest-1', 'my-guest-A'])('%s is none', (key) => {
    expect(isPseudonym(key)).toBe(false);
  });
});

describe('the shape of generated keys', () => {
  test.each([HEX_30, `t_${HEX_30}`, `${HEX_30}ff`])('%s has it', (key) => {
    expect(looksLikeCartKey(key)).toBe(true);
  });

  test.each(['2', `${HEX_30}f`, `t_${HEX_30}ff`, HEX_30.toUpperCase(), 'my-key', ''])(
    '%j has not',
    (key) => {
      expect(looksLikeCartKey(key)).toBe(false);
    },
  );
});
