import { describe, expect, it } from 'vitest';
import type { LoadRequest } from './load-request.ts';
import { risksOfLoading } from './load-risks.ts';
import { type LoadCase, refusalToLoad, unreadCase } from './load-rules.ts';
import { sampleLoad } from './sample-load.ts';

/** As a storefront makes them; the sample's is one of an API. */
const FROM_SHOP = 't_0ed3c750b46b05cdabefc594d6314d';
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
  const untold = { isUntold: true };

  it.each<[LoadCase, readonly string[]]>([
    [given(), []],
    // Before the carts were read, for that may tell it; or of a version that is known to be an old one.
    [given({ version: null }), []],
    [given({ version: null }, untold), ['loses-both']],
    [given({ version: null, key: FROM_SHOP }, untold), []],
    [given({ version: null, key: FROM_SHOP }, { ...untold, singleBars: true }), ['loses-session']],
    [given({ version: null }, { ...untold, singleBars: true }), ['loses-both']],
    [given({ version: null, key: '2', hash: 'abc' }, untold), ['signs-in']],
    [given({ version: beta }), ['loses-both']],
    [given({ version: beta, key: FROM_SHOP }), []],
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

  it('names the versions that lose a cart where the store told none', () => {
    const words = (found: LoadCase) =>
      risksOfLoading(found).map(({ what, why }) => `${what} ${why}`);
    const found = given({ version: null }, untold);
    expect(words(found).join()).toMatch(/told no version.*some versions lose both.*4\.4\.0-beta/);
    expect(words(found).join()).not.toContain('4.6.3');
    expect(words({ ...found, singleBars: true }).join()).toMatch(/4\.4\.0-beta.*4\.2 to 4\.6\.3/);
    expect(words(given({ version: beta })).join()).toContain(
      'On this store both carts will be lost',
    );
  });

  it('says that the link of a customer is a sign-in without a password', () => {
    const [risk] = risksOfLoading(given({ version: beta, key: '2', hash: 'abc' }));
    expect(`${risk?.what} ${risk?.why}`).toMatch(/signs the browser in as customer 2.*no password/);
  });
});
