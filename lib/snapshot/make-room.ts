/**
 * All snapshots together, in bytes of JSON. `storage.local` holds 5 MB in older Chromium, 10 MB in newer
 * ones, and settings stand there too.
 */
export const MAX_SNAPSHOT_BYTES = 4 * 1024 * 1024;

/** What of a snapshot decides whether it stays. */
export interface Kept {
  readonly id: string;
  readonly automatic: boolean;
  readonly at: number;
  readonly bytes: number;
}

/**
 * Which automatic snapshots give way to a new one, the oldest first; null where there is no room for it
 * even without all of them. One that a person named never gives way.
 */
export function makeRoom(
  kept: readonly Kept[],
  bytes: number,
  most = MAX_SNAPSHOT_BYTES,
): readonly string[] | null {
  let held = bytes + kept.reduce((sum, one) => sum + one.bytes, 0);
  const gone: string[] = [];
  const automatic = kept.filter((one) => one.automatic).sort((a, b) => a.at - b.at);
  for (const one of automatic) {
    if (held <= most) break;
    held -= one.bytes;
    gone.push(one.id);
  }
  return held <= most ? gone : null;
}

/** Bytes that a value takes in storage. */
export function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
