import { describe, expect, it } from 'vitest';
import { themeOf } from './match-theme.ts';

describe('the theme of DevTools', () => {
  it.each([
    ['dark', 'dark'],
    ['default', 'light'],
    ['light', 'light'],
    ['firebug', null],
    [undefined, null],
  ])('%s', (name, theme) => {
    expect(themeOf(name)).toBe(theme);
  });
});
