import { describe, expect, it } from 'vitest';
import type { LoadRequest } from './load-request.ts';
import { type LoadCase, refusalToLoad, risksOfLoading, unreadCase } from './load-rules.ts';
import { sampleLoad } from './sample-load.ts';

const T_KEY = 't_e4dfd4fd2e9da2c48fbe190665e53b';

function given(request: Partial<LoadRequest> = {}, rest: Partial<LoadCase> = {}): LoadCase {
  return {
    ...unreadCase(sampleLoad(request)),
    ...{ browserKey: T_KEY, lines: 2 },
    ...rest,
  };
}

describe('what is never sent', () => {
  it.each<[string, LoadCase]>([
    ['That is no cart key.', given({ key: '' })],
    ['That is no cart key.', given({ key: 'https://shop.example/?cocart-load-cart=1' })],
    ['That is no name of an argument.', given({ queryName: 'load cart' })],
    ['This browser already has this cart.', given({ key: T_KEY })],
    ['2 is the user id of a customer, not a guest’s key.', given({ key: '2' })],
    [
      '2 is the user id of a customer, not a guest’s key.',
      given({ key: '2', version: '3.0.17', hash: 'a' }),
    ],
    [
      '2 is the user id of a customer, not a guest’s key.',
      given({ key: '2', version: '4.4.0-beta.6' }),
    ],
    [
      'The customer’s cart that this browser has cannot be read from here.',
      given({}, { browserKey: '2', signedIn: true, canKeep: false }),
    ],
    ['The store holds nothing under this key.', given({}, { lines: 0 })],
  ])('%s', (what, found) => {
    expect(refusalToLoad(found)?.what).toBe(what);
  });

  it('is not an ordinary guest’s cart, in a browser with a cart, without one, or not read', () => {
    for (const browserKey of [T_KEY, null, undefined]) {
      expect(refusalToLoad(given({}, { browserKey }))).toBeNull();
    }
    expect(refusalToLoad(given({}, { lines: null }))).toBeNull();
  });
});

describe('what has to be accepted by a press of its own', () => {
  const names = (found: LoadCase) => risksOfLoading(found).map(({ name }) => name);
  const beta = '4.4.0-beta.6';

  it.each<[LoadCase, readonly string[]]>([
    [given(), []],
    [given({ version: null }), []],
    [given({ version: beta }), ['loses-both']],
    [given({ version: beta, key: 't_0ed3c750b46b05cdabefc594d6314d' }), []],
    [given({ version: beta, key: '2', hash: 'abc' }), ['signs-in']],
    [given({ version: null, key: '2', hash: 'abc' }), ['signs-in']],
    [given({}, { singleBars: true }), ['loses-session']],
    [given({ version: '4.6.4' }, { singleBars: true }), []],
    [given({ version: '3.0.17' }, { singleBars: true }), []],
    [given({ version: beta }, { singleBars: true }), ['loses-both']],
    [given({}, { browserKey: '2' }), ['customer-here']],
    [given({}, { browserKey: null, signedIn: true }), ['customer-here']],
  ])('%#', (found, expected) => {
    expect(names(found)).toEqual(expected);
  });

  it('says that the link of a customer is a sign-in without a password', () => {
    const [risk] = risksOfLoading(given({ version: beta, key: '2', hash: 'abc' }));
    expect(`${risk?.what} ${risk?.why}`).toMatch(/signs the browser in as customer 2.*no password/);
  });
});
