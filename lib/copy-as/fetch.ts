import type { CopiedRequest, TextHeader } from './copied-request.ts';
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

/** For a page’s script or the browser’s console. */
export function fetchInPage(request: CopiedRequest): string {
  const cookies = hasCookies(request);
  return fetchCall(request, {
    headers: request.headers.filter((header) => !isLeftOut(header, 'script')),
    notes: cookies ? [COOKIE_NOTE] : [],
    // Said either way: by itself `fetch` sends cookies to the site of the page it runs in.
    options: [`  credentials: '${cookies ? 'include' : 'omit'}',`],
  });
}

interface FetchCall {
  readonly headers: readonly TextHeader[];
  readonly notes: readonly string[];
  readonly options: readonly string[];
}

/** A call of `fetch` that says what was answered. */
export function fetchCall(request: CopiedRequest, { headers, notes, options }: FetchCall): string {
  const { body, notes: unsent } = sendable(request);
  const texts = [request.url, ...headers.map(({ value }) => value), ...(body ? [body] : [])];
  return [
    ...jsOpening([...request.notes, ...notes, ...unsent], texts),
    `const response = await fetch(${jsText(request.url)}, {`,
    `  method: ${jsText([request.method])},`,
    ...jsHeaders(headers, '  '),
    ...(body ? [`  body: ${jsBody(request, body)},`] : []),
    ...options,
    '});',
    'console.log(response.status, await response.text());',
  ].join('\n');
}
