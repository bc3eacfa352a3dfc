import { describe, expect, test } from 'vitest';
import type { Body } from '../http/exchange.ts';
import { Problems } from './fit.ts';
import { leastTime } from './least-time.ts';
import { parseBody } from './parse-body.ts';

const CART = { cart_key: 'abc', items: [{ name: 'a "b" }', note: '[on line 3]' }] };
const TEXT = JSON.stringify(CART);
const HTML_WARNING =
  '<br />\n<b>Warning</b>:  Undefined variable $a in <b>/var/www/x.php</b> on line <b>12</b><br />\n';

function parse(body: Body | string, mimeType = 'application/json') {
  const problems = new Problems();
  const parsed = parseBody(typeof body === 'string' ? { text: body } : body, mimeType, problems);
  return { ...parsed, problems: problems.list() };
}

describe('JSON as it should come', () => {
  test.each([
    ['an object', TEXT, CART],
    ['an empty list', '[]', []],
    ['a number', '3', 3],
    ['a text', '"Cart is cleared."', 'Cart is cleared.'],
    ['true', 'true', true],
    ['null', 'null', null],
    ['with a byte order mark', `\uFEFF${TEXT}`, CART],
    ['with a byte order mark and blank lines', `\uFEFF\n\n${TEXT}`, CART],
    ['with blank lines around', `\n\n  ${TEXT}\n`, CART],
  ])('%s', (_, text, json) => {
    expect(parse(text)).toEqual({ form: 'json', json, problems: [] });
  });

  test('whatever its type says', () => {
    expect(parse(TEXT, 'text/html').form).toBe('json');
    expect(parse(TEXT, '').form).toBe('json');
  });
});

describe('JSON behind PHP warnings is recovered, and said', () => {
  test.each([
    ['one as HTML', HTML_WARNING],
    ['several as HTML', HTML_WARNING.repeat(3)],
    ['one as text', '\nWarning: Undefined variable $a in /var/www/x.php on line 12\n'],
    ['one with PHP in front', 'PHP Notice:  Undefined index: a in /x.php on line 3\n'],
    ['a deprecation', '<br />\n<b>Deprecated</b>:  Old in <b>/x.php</b> on line <b>1</b><br />\n'],
    ['kinds in a row', `${HTML_WARNING}\nNotice: x in /y.php on line 2\n${HTML_WARNING}`],
    ['one that tells of brackets', 'Warning: foreach() of {"a":[1]} in /x.php on line 3\n'],
    ['a fatal error', '<br />\n<b>Fatal error</b>:  Uncaught X in /x.php on line <b>3</b><br />\n'],
  ])('%s', (_, noise) => {
    const told = {
      problems: [
        {
          path: 'response.body',
          message: 'JSON found among other output: PHP printed warnings before it',
        },
      ],
    };
    expect(parse(`${noise}${TEXT}`)).toMatchObject({ form: 'json', json: CART, ...told });
    expect(parse(`${noise}[]`)).toMatchObject({ form: 'json', json: [], ...told });
    expect(parse(`${noise}3`)).toMatchObject({ form: 'json', json: 3, ...told });
    expect(parse(`${noise}"done"`)).toMatchObject({ form: 'json', json: 'done', ...told });
  });
});

describe('JSON among other output is recovered, and said', () => {
  test.each([
    ['a comment of a cache behind it', `${TEXT}\n<!-- cached by X -->`],
    ['a warning behind it', `${TEXT}\n${HTML_WARNING}`],
    ['JSONP', `/**/callback(${TEXT})`],
    ['a line of a log before it', `[22-Nov-2026 10:00:00 UTC] PHP Warning:  x in y\n${TEXT}`],
    ['stray words before it', `debug: here\n${TEXT}`],
    ['a stray tag before it', `<p>debug</p>${TEXT}`],
    ['a comment before it', `<!-- cached by X -->\n${TEXT}`],
    ['comments before and behind it', `<!-- a --><!-- b -->${TEXT}<!-- c -->`],
  ])('%s', (_, text) => {
    expect(parse(text)).toMatchObject({
      form: 'json',
      json: CART,
      problems: [{ path: 'response.body', message: expect.stringMatching(/^JSON found among/) }],
    });
  });
});

test('a bare value behind a comment is recovered too', () => {
  expect(parse('<!-- cached by X -->3')).toMatchObject({ form: 'json', json: 3 });
});

describe('a page is a page', () => {
  test.each([
    ['<!DOCTYPE html><html><body>x</body></html>', 'text/html'],
    ['  <html><body>critical error</body></html>', 'application/json'],
    ['<!-- x -->\n<!DOCTYPE html><html></html>', 'text/html'],
    ['<br />\n<b>Fatal error</b>:  Uncaught Error in /x.php:3\n', 'text/html'],
    [`${HTML_WARNING}<!DOCTYPE html><html><body>x</body></html>`, 'text/html'],
    [`${HTML_WARNING}<!DOCTYPE html><html><script>{"code":"x"}</script></html>`, 'text/html'],
    ['<!-- x --><!-- y -->\n<html><script>{"cart_key":"abc"}</script></html>', 'text/html'],
    ['<!-- a comment and no more -->', 'text/html'],
    ['<!-- a comment that never ends', 'text/html'],
    ['Error establishing a database connection', 'text/html; charset=UTF-8'],
    ['<!doctype html><script>let cart = {"cart_key":"abc"}</script>', 'text/html'],
    ['<p>Briefly unavailable for scheduled maintenance.</p>', 'text/plain'],
  ])('%s', (text, mimeType) => {
    expect(parse(text, mimeType)).toEqual({ form: 'html', problems: [] });
  });
});

describe('what is neither is said to be none', () => {
  test.each([
    ['cut off', TEXT.slice(0, 40)],
    ['cut off behind a warning', HTML_WARNING + TEXT.slice(0, 40)],
    ['a list that is cut off', '[{"cart_key":"a"},{"cart_key":"b"}'],
    ['single quotes', "{'cart_key':'x'}"],
    ['NaN', '{"total":NaN}'],
    ['a form', 'cart_key=abc'],
    ['a word', 'Bad Gateway'],
    ['bytes', '\u0000\u0001PNG\ufffd'],
    ['a script', 'let a = 1;'],
  ])('%s', (_, text) => {
    expect(parse(text, 'text/plain')).toMatchObject({
      form: 'other',
      problems: [{ path: 'response.body', message: expect.stringMatching(/^is not JSON/) }],
    });
  });

  test('the reason is short, however long the body', () => {
    const [problem] = parse('x'.repeat(1_000_000)).problems;
    expect(problem?.message.length).toBeLessThan(200);
  });
});

describe('a body that is not there', () => {
  test.each(['', ' \n ', '\uFEFF'])('%j is empty', (text) => {
    expect(parse(text)).toEqual({ form: 'empty', problems: [] });
  });

  test.each([
    ['none', 'empty', []],
    ['unavailable', 'empty', ['the browser did not hand out the body']],
    ['binary', 'other', ['is binary, not text']],
    ['too-large', 'other', ['is larger than what is kept']],
    ['dropped', 'other', ['gave way to newer ones']],
  ] as const)('%s', (missing, form, messages) => {
    const parsed = parse({ text: null, missing });
    expect(parsed.form).toBe(form);
    expect(parsed.problems.map(({ message }) => message)).toEqual(messages);
  });
});

describe('five megabytes take less than a second', () => {
  const size = 5_000_000;

  test.each([
    ['blanks', ' '.repeat(size)],
    // JSON.parse itself takes most of the time that these may take.
    ['brackets on lines', '\n['.repeat(size / 2)],
    ['brackets behind tags', '>{'.repeat(size / 2)],
    ['starts of warnings', 'Warning: '.repeat(size / 9)],
    ['warnings', 'Warning: x on line 3\n'.repeat(size / 21)],
    ['comments', '<!-- -->'.repeat(size / 8)],
    ['starts of comments', '<!--'.repeat(size / 4)],
    ['a text that never ends', `{"a":"${'\\"'.repeat(size / 2)}`],
    ['JSON with a tail', `{"a":"${'x'.repeat(size)}"}<!-- -->`],
  ])('%s', (_, text) => {
    const took = leastTime(1000, () => {
      expect(parse(text, 'text/plain').form).toMatch(/json|html|other|empty/);
    });
    expect(took).toBeLessThan(1000);
  });
});
