import type { ExportFile } from '../../lib/har-file/exports.ts';

/** How long the browser has to take the file over, in ms. */
const TAKEN_AFTER = 60_000;

/** Hands a file to the browser's downloads by a link to its bytes: no permission is needed for that. */
export function saveFile({ name, mimeType, text }: ExportFile): void {
  const url = URL.createObjectURL(new Blob([text], { type: mimeType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), TAKEN_AFTER);
}
