import { type CopiedRequest, headerText } from './copied-request.ts';
import {
  COOKIE_NOTE,
  hasCookies,
  jsBody,
  jsHeaders,
  jsOpening,
  jsText,
  sendable,
} from './javascript.ts';
import { isLeftOut } from './left-out.ts';

/** For a page that has jQuery; under its long name, for WordPress leaves `$` to others. */
export function jquery(request: CopiedRequest): string {
  const { body, notes } = sendable(request);
  const type = headerText(request, 'content-type');
  // Beside a body jQuery has an option of its own for its type, and otherwise calls it a form.
  const headers = request.headers.filter(
    (header) =>
      !isLeftOut(header, 'script') && (!body || header.name.toLowerCase() !== 'content-type'),
  );
  const cookies = hasCookies(request);
  const texts = [request.url, ...headers.map(({ value }) => value), ...(body ? [body] : [])];
  return [
    ...jsOpening([...request.notes, ...(cookies ? [COOKIE_NOTE] : []), ...notes], texts),
    'jQuery.ajax({',
    `  url: ${jsText(request.url)},`,
    `  method: ${jsText([request.method])},`,
    ...jsHeaders(headers, '  '),
    // Without `processData: false` jQuery writes `%20` of a form as `+`.
    ...(body
      ? [
          `  contentType: ${type === null ? 'false' : jsText([type])},`,
          `  data: ${jsBody(request, body)},`,
          '  processData: false,',
        ]
      : []),
    ...(cookies ? ['  xhrFields: { withCredentials: true },'] : []),
    "  dataType: 'json',",
    // Otherwise `??` and `=?` in an address make a script of the request.
    '  jsonp: false,',
    '}).then(',
    '  (answer) => console.log(answer),',
    '  (failed) => console.error(failed.status, failed.responseText),',
    ');',
  ].join('\n');
}
