import type { CopiedRequest } from './copied-request.ts';
import { phpOpening, phpText } from './php-text.ts';

/** For a plugin or theme: WordPress’s HTTP API, in its way of writing. */
export function wordpress(request: CopiedRequest): string {
  const { method, url, headers, notes } = request;
  // WordPress hangs a GET’s body on its address.
  const unsent = request.body !== null && /^(?:GET|HEAD)$/.test(method);
  const body = unsent ? null : request.body;
  const unsentNote = `The body is left out: WordPress sends none with ${method}.`;
  return [
    ...phpOpening(
      [...notes, ...(unsent ? [unsentNote] : [])],
      [url, ...headers.map(({ value }) => value), ...(body ? [body] : [])],
    ),
    '$response = wp_remote_request(',
    `\t${phpText(url)},`,
    '\tarray(',
    `\t\t'method'  => ${phpText([method])},`,
    ...(headers.length > 0
      ? [
          "\t\t'headers' => array(",
          ...headers.map(({ name, value }) => `\t\t\t${phpText([name])} => ${phpText(value)},`),
          '\t\t),',
        ]
      : []),
    ...(body ? [`\t\t'body'    => ${phpText(body)},`] : []),
    '\t)',
    ');',
    'if ( is_wp_error( $response ) ) {',
    '\techo $response->get_error_message();',
    '} else {',
    "\techo wp_remote_retrieve_response_code( $response ), ' ', wp_remote_retrieve_body( $response );",
    '}',
  ].join('\n');
}
