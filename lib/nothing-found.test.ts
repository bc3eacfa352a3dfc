import { describe, expect, it } from 'vitest';
import { explainNothing, type Surroundings } from './nothing-found.ts';

const QUIET: Surroundings = {
  screen: 'panel',
  unreachable: null,
  heardFromStart: true,
  stores: [],
  refused: false,
  unread: false,
  failure: null,
};

const FAILURE = {
  what: 'No cart key was found on this page.',
  why: 'shop.example set no session cookie.',
  todo: 'Put something in the cart, then look again.',
};

describe('nothing found', () => {
  it.each<[string, Partial<Surroundings>, string, readonly string[], RegExp]>([
    [
      'a page no extension may look at',
      { unreachable: 'A page of the browser itself.' },
      'This page cannot be looked at',
      [],
      /browser itself/,
    ],
    [
      'opened late',
      { heardFromStart: false },
      'Opened late',
      ['reload', 'look'],
      /before DevTools was opened/,
    ],
    [
      'heard from its start, and silent',
      {},
      'No CoCart call on this page yet',
      ['look'],
      /server, a service worker/,
    ],
    [
      'a native storefront, whose key no script can read',
      {},
      'No CoCart call on this page yet',
      ['look'],
      /session cookie that scripts cannot read/,
    ],
    [
      'a store, but no cart',
      { stores: ['shop.example'] },
      'A store, but no cart yet',
      ['look'],
      /shop\.example speaks CoCart/,
    ],
    [
      'a store, heard late',
      { stores: ['shop.example'], heardFromStart: false },
      'A store, but no cart yet',
      ['reload', 'look'],
      /reload the page/,
    ],
    [
      'a call heard in passing',
      { stores: ['shop.example'], unread: true },
      'The key is known, the cart is not',
      ['reload'],
      /Refresh reads the cart by that key/,
    ],
    [
      'a store that refused every time',
      { stores: ['shop.example'], refused: true },
      'The store refused',
      ['look'],
      /did not give one/,
    ],
    [
      'the popup, with no panel open',
      { screen: 'popup', heardFromStart: null },
      'No cart seen on this page yet',
      ['look', 'name-store'],
      /DevTools › CoCart/,
    ],
    [
      'access was given, and there was no key',
      { screen: 'popup', failure: FAILURE },
      FAILURE.what,
      ['look', 'name-store'],
      /set no session cookie/,
    ],
  ])('%s', (_, around, title, steps, why) => {
    const found = explainNothing({ ...QUIET, ...around });
    expect(found.title).toBe(title);
    expect(found.steps).toEqual(steps);
    expect(found.why.join(' ')).toMatch(why);
  });
});
