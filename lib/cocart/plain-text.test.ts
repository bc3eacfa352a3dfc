import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastTime } from './least-time.ts';
import { plainText } from './plain-text.ts';

describe('entities are decoded, once', () => {
  test.each([
    ['Beanie &#8220;Winter&#8221; &amp; Co', 'Beanie “Winter” & Co'],
    ['&quot;One per order&quot; &#039;now&#039;', '"One per order" \'now\''],
    ['Hoodie &#8211; Blue', 'Hoodie – Blue'],
    ['&#x1F600; &#x1f600;', '😀 😀'],
    ['5 &lt; 6 &gt; 4', '5 < 6 > 4'],
    ['&amp;amp; &amp;lt;b&amp;gt;', '&amp; &lt;b&gt;'],
    ['caf&eacute; &Eacute;&sup2; &yuml;', 'café É² ÿ'],
    ['a&nbsp;b', 'a\u00a0b'],
    ['&rarr; &hellip; &euro; &ndash; &trade;', '→ … € – ™'],
  ])('%s', (html, text) => {
    expect(plainText(html)).toBe(text);
  });

  test.each([
    '&unknown;',
    'AT&T',
    'a & b',
    '&',
    '&;',
    '&#;',
    '&#x;',
    '&#0;',
    '&#xD800;',
    '&#x110000;',
    '&#9999999;',
    '&__proto__;',
    '&constructor;',
  ])('%s is no entity', (text) => {
    expect(plainText(text)).toBe(text);
  });
});

describe('tags are taken out', () => {
  test.each([
    ['<b>Bold</b> move', 'Bold move'],
    ['a<br>b', 'a b'],
    ['<p>One.</p><p>Two.</p>', 'One. Two.'],
    ['<ul><li>a</li><li>b</li></ul>', 'a b'],
    ['<img src=x onerror=alert(1)>Belt', 'Belt'],
    ['<script>alert(1)</script>Belt', 'alert(1)Belt'],
    ['Belt<!-- note -->', 'Belt'],
    ['<!DOCTYPE html>Belt', 'Belt'],
    ['a <SVG/onload=alert(1)> b', 'a b'],
    ['<a href="https://x/cart/" class="button">View cart</a> No.', 'View cart No.'],
    ['a\n  <b>b</b>\tc', 'a b c'],
    // Tags within tags: what is left around the inner one must not be one again.
    ['<<b>script>alert(1)<</b>/script>', 'alert(1)'],
    ['<scr<b>ipt>x', 'x'],
    ['<im<i>g src=x>', ''],
    [`${'<'.repeat(9)}${'b>'.repeat(9)}x`, 'bbbbx'],
  ])('%s', (html, text) => {
    expect(plainText(html)).toBe(text);
  });

  test.each(['5 < 6', '5 < 6 & 7 > 3', '<3', '< b >', 'a <> b', '<img src=x onerror=y', 'a > b'])(
    '%s is no tag',
    (text) => {
      expect(plainText(text)).toBe(text);
    },
  );

  test('escaped markup becomes visible characters', () => {
    expect(plainText('&lt;script&gt;alert(1)&lt;/script&gt;')).toBe('<script>alert(1)</script>');
    expect(plainText('<b>&lt;i&gt;</b>')).toBe('<i>');
  });
});

test('blanks around are left out, inside a text without tags they stay', () => {
  expect(plainText('  a  b \n')).toBe('a  b');
});

describe('laws', () => {
  const markup = fc
    .array(
      fc.constantFrom('<', '>', '</', '<b', 'b>', '<!', '<br>', 'script', 'a', '1', ' ', '"', '\n'),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));

  test('no tag is left that was not escaped text', () => {
    fc.assert(
      fc.property(fc.oneof(markup, fc.string()), (html) => {
        const text = plainText(html.replaceAll('&', ''));
        expect(text).not.toMatch(/<\/?[a-z!][^<>]*>/i);
      }),
      { numRuns: 2000 },
    );
  });

  test('text without markup stays as it is, as often as it is read', () => {
    const plain = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[<&]/g, '').trim());
    fc.assert(
      fc.property(plain, (text) => {
        expect(plainText(text)).toBe(text);
        expect(plainText(plainText(text))).toBe(text);
      }),
    );
  });

  test('tags are gone after the first time', () => {
    fc.assert(
      fc.property(markup, (html) => {
        const once = plainText(html);
        expect(plainText(once)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  test('what was escaped comes back as it was', () => {
    const escaped = (text: string) =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#039;');
    fc.assert(
      fc.property(fc.oneof(fc.string(), markup), (text) => {
        expect(plainText(escaped(text))).toBe(text.trim());
      }),
    );
  });

  test.each([
    ['opening brackets', '<'.repeat(2_500_000) + 'b>'.repeat(1_250_000)],
    ['tags that never end', '<b '.repeat(1_700_000)],
    ['closing brackets', '>'.repeat(5_000_000)],
    ['entities', '&amp;'.repeat(1_000_000)],
    ['ampersands', '&'.repeat(5_000_000)],
    ['blanks', `<b>${' '.repeat(5_000_000)}`],
  ])('five megabytes of %s take little time', (_, html) => {
    const took = leastTime(1500, () => {
      expect(plainText(html).length).toBeLessThanOrEqual(html.length);
    });
    expect(took).toBeLessThan(1500);
  });
});
