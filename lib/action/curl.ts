import { copiedRequest } from '../copy-as/copied-request.ts';
import { curl } from '../copy-as/curl.ts';
import type { WriteRequest } from './write-request.ts';

/** A planned request as a command, what opens the cart as variables: the browser alone knows its cookies. */
export function curlCommand({ method, url, headers, body, credentials }: WriteRequest): string {
  const cookies = credentials === 'include' ? [{ name: 'Cookie', value: 'the browser’s' }] : [];
  return curl(
    copiedRequest(
      {
        ...{ method, url, headers: [...headers, ...cookies] },
        body: body === null ? { text: null, missing: 'none' } : { text: body },
      },
      { real: false },
    ),
  );
}
