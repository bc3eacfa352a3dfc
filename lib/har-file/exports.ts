import type { Capture } from '../capture.ts';
import { writeHar } from './write-har.ts';
import { writeHttp } from './write-http.ts';

/** A form in which calls leave the panel. */
export type ExportForm = 'har' | 'http';

/** A file as it is saved or copied. */
export interface ExportFile {
  readonly name: string;
  readonly mimeType: string;
  readonly text: string;
}

/** The file of redacted captures. */
export function exportFile(captures: readonly Capture[], form: ExportForm): ExportFile {
  return form === 'har'
    ? { name: 'cocart-calls.har', mimeType: 'application/json', text: writeHar(captures) }
    : { name: 'cocart-calls.http', mimeType: 'text/plain', text: writeHttp(captures) };
}
