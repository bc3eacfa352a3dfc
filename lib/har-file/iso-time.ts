/** A time in ms since the epoch as ISO 8601; one that is none (a hostile file's) becomes the first. */
export function isoTime(ms: number): string {
  const date = new Date(ms);
  return (Number.isNaN(date.getTime()) ? new Date(0) : date).toISOString();
}
