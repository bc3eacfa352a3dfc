import { describe, expect, it } from 'vitest';
import { LOAD_OPTIONS, loadOption, ofVersion, switchesOf } from './load-options.ts';
import { sampleLoad } from './sample-load.ts';

describe('what goes along with a loading link', () => {
  it.each([
    ['keep-cart', '2.8.2', true],
    ['keep-cart', '3.0.17', true],
    ['keep-cart', '3.12.0', true],
    ['keep-cart', '4.3.6', true],
    ['keep-cart', '4.9.0', true],
    ['keep-cart', '4.4.0-beta.6', false],
    ['keep-cart', '5.0.0', false],
    ['notify', '3.0.17', true],
    ['notify', '4.3.6', true],
    ['notify', '4.4.0-beta.6', false],
    ['notify', '5.0.0', false],
    ['redirect', '2.8.2', true],
    ['redirect', '3.0.17', null],
    ['c_hash', '4.3.6', null],
    ['c_hash', '4.4.0-beta.6', true],
    ['c_hash', '5.1.0', true],
    ['keep-cart', null, null],
  ] as const)('%s on %s: works %s', (name, version, works) => {
    expect(loadOption(name, version)?.works ?? null).toBe(works);
  });

  it('has a source for every row', () => {
    expect(LOAD_OPTIONS.filter(({ source, does }) => source === '' || does === '')).toEqual([]);
  });

  it('offers what a store ignores too, so that nobody counts on it', () => {
    const offered = switchesOf('4.4.0-beta.6').map(({ name, works }) => [name, works]);
    expect(offered).toEqual([
      ['keep-cart', false],
      ['notify', false],
    ]);
  });

  it.each([
    ['4.3.6', ['keep-cart', 'notify']],
    ['4.4.0-beta.6', []],
    [null, ['keep-cart', 'notify']],
  ] as const)(
    'goes along no more where the version, once told, ignores it: %s',
    (version, left) => {
      const chosen = sampleLoad({ version: null, switches: ['keep-cart', 'notify'] });
      expect(ofVersion(chosen, version)).toEqual({ ...chosen, version, switches: left });
    },
  );

  it('takes a store that tells no version for the line that most run', () => {
    expect(switchesOf(null)).toEqual(switchesOf('4.3.6'));
  });
});
