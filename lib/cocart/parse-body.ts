import type { Body } from '../http/exchange.ts';
import type { Problems } from './fit.ts';

/** What a response body holds. */
export type ParsedBody =
  | { readonly form: 'json'; readonly json: unknown }
  | { readonly form: 'html' | 'empty' | 'unheard' | 'redirect' | 'other' };

/** Lines that PHP prints before an answer when it shows errors, as HTML or as text. */
const PHP_NOTICE =
  /^\s*(?:<br \/>\s*)?(?:<b>)?(?:PHP )?(?:Fatal error|Recoverable fatal error|Parse error|Warning|Notice|Deprecated|Strict Standards)(?:<\/b>)?:[\s\S]*? on line (?:<b>)?\d+(?:<\/b>)?(?:<br \/>)?/;

const HTML_PAGE = /^<(?:!doctype|html|head|body|\?xml)/i;

/** Where a JSON value may begin in a text that is not JSON as a whole: first thing, or behind a line end, a tag or a JSONP callback. */
const JSON_START = /(?<=^|[\n>(])[{[]/g;
const MAX_STARTS = 10;

/**
 * Reads a body as JSON if there is any in it: behind a byte order mark, PHP warnings or stray output,
 * or before a comment that a cache appended. What was left out is said in `problems`.
 */
export function parseBody(body: Body, mimeType: string, problems: Problems): ParsedBody {
  if (body.text === null) return absent(body.missing, problems);
  const text = body.text.replace(/^\uFEFF/, '').trim();
  if (text === '') return { form: 'empty' };
  const whole = tryParse(text);
  if (whole.ok) return { form: 'json', json: whole.json };
  const uncommented = withoutComments(text);
  const rest = withoutPhpNotices(uncommented);
  if (HTML_PAGE.test(rest)) return { form: 'html' };
  const found = findJson(rest, rest === text);
  if (found) {
    const around =
      rest === uncommented ? 'text stands before or after it' : 'PHP printed warnings before it';
    problems.add('response.body', `JSON found among other output: ${around}`);
    return { form: 'json', json: found.json };
  }
  const isCutOff = /^[{[]/.test(rest);
  if (/html/i.test(mimeType) || (text.startsWith('<') && !isCutOff)) return { form: 'html' };
  problems.add('response.body', `is not JSON: ${whole.reason}`);
  return { form: 'other' };
}

function absent(missing: Body['missing'], problems: Problems): ParsedBody {
  switch (missing) {
    case undefined:
    case 'none':
      return { form: 'empty' };
    case 'unheard':
    case 'redirect':
      return { form: missing };
    case 'unavailable':
      problems.add('response.body', 'the browser did not hand out the body');
      return { form: 'empty' };
    case 'binary':
      problems.add('response.body', 'is binary, not text');
      return { form: 'other' };
    case 'too-large':
      problems.add('response.body', 'is larger than what is kept');
      return { form: 'other' };
    case 'dropped':
      problems.add('response.body', 'gave way to newer ones');
      return { form: 'other' };
  }
}

type Parsed =
  | { readonly ok: true; readonly json: unknown }
  | { readonly ok: false; readonly reason: string };

function tryParse(text: string): Parsed {
  try {
    const json: unknown = JSON.parse(text);
    return { ok: true, json };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message.slice(0, 120) : '' };
  }
}

/** What stands behind the comments that caches and plugins put first. */
function withoutComments(text: string): string {
  let rest = text;
  while (rest.startsWith('<!--') && rest.includes('-->')) {
    rest = rest.slice(rest.indexOf('-->') + 3).trimStart();
  }
  return rest;
}

function withoutPhpNotices(text: string): string {
  let rest = text;
  for (let notice = PHP_NOTICE.exec(rest); notice; notice = PHP_NOTICE.exec(rest)) {
    rest = rest.slice(notice[0].length);
  }
  return rest.trim();
}

/** The JSON in what is left of a body, where something may still stand before or after it. */
function findJson(rest: string, isWhole: boolean): { readonly json: unknown } | null {
  // The whole body was tried before.
  const tail = isWhole ? null : tryParse(rest);
  if (tail?.ok) return { json: tail.json };
  let tried = 0;
  for (const { index } of rest.matchAll(JSON_START)) {
    const end = endOfJson(rest, index);
    // A value that begins the text and never ends is cut off; an inner part of it is not the answer.
    if ((end === -1 && index === 0) || ++tried > MAX_STARTS) return null;
    const parsed = end === -1 ? null : tryParse(rest.slice(index, end));
    if (parsed?.ok) return { json: parsed.json };
  }
  return null;
}

/** Index behind the bracket that closes the one at `start`, or -1 when the text ends before it. */
function endOfJson(text: string, start: number): number {
  let depth = 0;
  let inString = false;
  for (let index = start; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (inString) {
      if (character === 92) index += 1;
      else if (character === 34) inString = false;
    } else if (character === 34) inString = true;
    else if (character === 123 || character === 91) depth += 1;
    else if (character === 125 || character === 93) {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return -1;
}
