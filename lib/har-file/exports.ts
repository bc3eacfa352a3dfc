import type { Capture } from '../capture.ts';
import { isPreflight } from '../http/preflight.ts';
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

/** The file of redacted captures. Requests to be sent again are without the browser's preflights. */
export function exportFile(captures: readonly Capture[], form: ExportForm): ExportFile {
  return form === 'har'
    ? { name: 'cocart-calls.har', mimeType: 'application/json', text: writeHar(captures) }
    : { name: 'cocart-calls.http', mimeType: 'text/plain', text: writeHttp(callsAmong(captures)) };
}

/** The captures without the preflights that go along with them. */
export function callsAmong(captures: readonly Capture[]): readonly Capture[] {
  return captures.filter(({ exchange }) => !isPreflight(exchange));
}
