import { describe, expect, test } from 'vitest';
import { NO_KEY_FOLLOWS, whatNoKeyMeans } from './no-key-follows.ts';

describe('what a call without a key comes to', () => {
  test.each([
    ['4.4.0-beta.6', /leaves nothing behind/],
    ['4.3.6', /new session on the server each time/],
    ['4.8.0', /^Each call without a key makes a new cart\.$/],
    ['3.0.17', /session cookie/],
    [null, /has not been told/],
  ])('on %s', (version, text) => {
    expect(whatNoKeyMeans(version)).toMatch(text);
  });

  test('has a source in each row', () => {
    expect(NO_KEY_FOLLOWS.filter(({ source }) => source === '')).toEqual([]);
    expect(NO_KEY_FOLLOWS).toHaveLength(4);
  });
});
