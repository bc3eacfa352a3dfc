import type { CopiedRequest } from './copied-request.ts';
import { bodyHeaders, headerLine } from './curl.ts';
import { phpOpening, phpText } from './php-text.ts';
import type { Text } from './text.ts';

/** A script for PHP with its cURL extension. */
export function php(request: CopiedRequest): string {
  const { method, url, body, notes } = request;
  const headers: readonly Text[] = [
    ...request.headers.map(({ name, value }) => headerLine(name, value)),
    ...bodyHeaders(request).map((line) => [line]),
  ];
  return [
    ...phpOpening(notes, [url, ...headers, ...(body ? [body] : [])]),
    `$curl = curl_init(${phpText(url)});`,
    'curl_setopt_array($curl, [',
    // By its name alone `HEAD` would wait for a body that does not come.
    method === 'HEAD'
      ? '    CURLOPT_NOBODY => true,'
      : `    CURLOPT_CUSTOMREQUEST => ${phpText([method])},`,
    ...(headers.length > 0
      ? [
          '    CURLOPT_HTTPHEADER => [',
          ...headers.map((line) => `        ${phpText(line)},`),
          '    ],',
        ]
      : []),
    ...(body ? [`    CURLOPT_POSTFIELDS => ${phpText(body)},`] : []),
    '    CURLOPT_RETURNTRANSFER => true,',
    ']);',
    '$answer = curl_exec($curl);',
    "echo curl_getinfo($curl, CURLINFO_RESPONSE_CODE), ' ', $answer === false ? curl_error($curl) : $answer;",
  ].join('\n');
}
