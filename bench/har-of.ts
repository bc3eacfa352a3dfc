/** A stand-in for pictures and scripts: as much of a real page's HAR as its calls, and in few large entries. */
const PICTURE = JSON.stringify({
  startedDateTime: '2026-11-22T10:00:00.000Z',
  time: 20,
  _resourceType: 'image',
  request: { method: 'GET', url: 'https://shop.example/picture.png', headers: [] },
  response: {
    status: 200,
    headers: [{ name: 'content-type', value: 'image/png' }],
    content: {
      size: 150_000,
      mimeType: 'image/png',
      encoding: 'base64',
      text: 'iVBORw0K'.repeat(25_000),
    },
  },
});

/** Entries between two pictures. */
const BETWEEN = 30;

const BEGAN = Date.UTC(2026, 10, 22, 10);

/** A HAR of about so many bytes: these entries again and again, a second apart, among pictures. */
export function harOf(entries: readonly string[], bytes: number): File {
  const parts: string[] = [
    '{"log":{"version":"1.2","creator":{"name":"x","version":"1"},"entries":[',
  ];
  let size = 0;
  for (let index = 0; size < bytes; index += 1) {
    const started = new Date(BEGAN + index * 1_000).toISOString();
    const entry = entries[index % entries.length] ?? '';
    const part =
      index % BETWEEN === 0
        ? PICTURE
        : entry.replace(/"startedDateTime":"[^"]*"/, `"startedDateTime":"${started}"`);
    parts.push(index === 0 ? part : `,${part}`);
    size += part.length;
  }
  parts.push(']}}');
  return new File(parts, 'large.har');
}
