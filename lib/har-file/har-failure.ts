/** Why a file could not be imported, in a sentence for the person who chose it. */
export class HarFailure extends Error {
  override readonly name = 'HarFailure';
}

/** Files of up to so many bytes are read. */
export const MOST_FILE_BYTES = 128 * 1024 * 1024;

/** First bytes of files that are taken for a HAR by mistake, and what to do with them. */
const BEGINNINGS: readonly (readonly [bytes: readonly number[], why: string])[] = [
  [[0x1f, 0x8b], 'The file is packed (gzip). Unpack it, then choose the .har in it.'],
  [[0x50, 0x4b], 'The file is packed (zip). Unpack it, then choose the .har in it.'],
  [[0xff, 0xfe], 'The file is written in UTF-16. Save it as UTF-8.'],
  [[0xfe, 0xff], 'The file is written in UTF-16. Save it as UTF-8.'],
];

/** Why a file is not read by its size; null where it is. */
export function whyNotBySize(bytes: number): string | null {
  if (bytes === 0) return 'The file is empty.';
  if (bytes <= MOST_FILE_BYTES) return null;
  const megabytes = (count: number) => `${Math.floor(count / 1024 / 1024)} MB`;
  return `The file has ${megabytes(bytes)}. Files of up to ${megabytes(MOST_FILE_BYTES)} are read: export the calls of the store alone.`;
}

/** Why a file is not read by how it begins; null where it may be JSON. */
export function whyNotByBeginning(first: Uint8Array): string | null {
  return BEGINNINGS.find(([bytes]) => bytes.every((byte, at) => first[at] === byte))?.[1] ?? null;
}
