import { type CopiedRequest, headerText } from './copied-request.ts';
import { plain, type Text, UNSEEN } from './text.ts';

/**
 * A command for a POSIX shell. A variable that is not set stops it: without its key a request would make a
 * new cart. `curl` follows no redirect and decides nothing of the body by itself.
 */
export function curl(request: CopiedRequest): string {
  const { method, url, headers, body, notes } = request;
  // `printf` writes what an argument cannot hold (NUL) and a terminal would take for keys.
  const piped = body !== null && UNSEEN.test(plain(body).replaceAll('\n', ''));
  const command = [
    // Brackets in an address are its own: without this curl takes them for a list of addresses.
    `curl --globoff ${method === 'HEAD' ? '--head' : `--request ${method}`} ${shellText(url)}`,
    ...headers.map(({ name, value }) => `--header ${shellText(headerLine(name, value))}`),
    ...bodyHeaders(request).map((line) => `--header ${quote(line)}`),
    ...(body === null ? [] : [piped ? '--data-binary @-' : `--data-raw ${shellText(body)}`]),
  ].join(' \\\n  ');
  return [
    ...notes.map((note) => `# ${note}`),
    piped ? `${printf(body)} |\n${command}` : command,
  ].join('\n');
}

/** One line of a header as `curl` wants it: with a colon and no value it would leave the header out. */
export function headerLine(name: string, value: Text): Text {
  if (plain(value) === '') return [`${name};`];
  const [first, ...rest] = value;
  return typeof first === 'string' ? [`${name}: ${first}`, ...rest] : [`${name}: `, ...value];
}

/** What keeps `curl` from calling an unnamed body a form, and from sending a write without any length. */
export function bodyHeaders(request: CopiedRequest): readonly string[] {
  const { method, body } = request;
  if (body === null) return method === 'POST' || method === 'PUT' ? ['Content-Length: 0'] : [];
  return headerText(request, 'content-type') === null ? ['Content-Type:'] : [];
}

function shellText(text: Text): string {
  return text
    .map((piece) => (typeof piece === 'string' ? quote(piece) : `"\${${piece.variable}:?}"`))
    .join('');
}

/** Text for a POSIX shell, to the letter. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Writes a text, what is not seen in it as bytes in octal, which every `printf` knows. */
function printf(text: Text): string {
  const format = text.map((piece) => (typeof piece === 'string' ? formatOf(piece) : '%s')).join('');
  const values = text.filter((piece) => typeof piece !== 'string');
  return ['printf', quote(format), ...values.map((value) => shellText([value]))].join(' ');
}

function formatOf(text: string): string {
  return text
    .replace(/[\\%]/g, '$&$&')
    .replace(new RegExp(UNSEEN, 'gu'), (unseen) =>
      [...new TextEncoder().encode(unseen)]
        .map((byte) => `\\${byte.toString(8).padStart(3, '0')}`)
        .join(''),
    );
}
