/** One place at which the demo's answer is not the recorded one. */
export interface Difference {
  /** `status`, `header.NAME`, or a JSON path of the body: `body.items[0].price`. */
  readonly path: string;
  readonly recorded: string;
  readonly demo: string;
}

/** An answer as the comparison sees it. */
export interface ComparedAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

/** Headers that tell a reader something; the others belong to the server, not to the store. */
const HEADERS = [
  'access-control-allow-credentials',
  'access-control-allow-headers',
  'access-control-allow-methods',
  'access-control-allow-origin',
  'access-control-expose-headers',
  'allow',
  'cache-control',
  'cocart-api-cart-key',
  'cocart-version',
  'content-type',
  'expires',
  'link',
  'pragma',
  'vary',
  'x-cocart-api',
  'x-wp-total',
  'x-wp-totalpages',
];

function show(value: unknown): string {
  const text = value === undefined ? '(absent)' : JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

function entriesOf(value: object): Map<string, unknown> {
  return new Map(Object.entries(value));
}

function* compareValues(path: string, recorded: unknown, demo: unknown): Generator<Difference> {
  const same = kindOf(recorded) === kindOf(demo);
  if (!same || typeof recorded !== 'object' || recorded === null) {
    if (!same || recorded !== demo) yield { path, recorded: show(recorded), demo: show(demo) };
    return;
  }
  const ours = entriesOf(typeof demo === 'object' && demo !== null ? demo : {});
  const theirs = entriesOf(recorded);
  for (const key of new Set([...theirs.keys(), ...ours.keys()])) {
    const at = Array.isArray(recorded) ? `${path}[${key}]` : `${path}.${key}`;
    yield* compareValues(at, theirs.get(key), ours.get(key));
  }
}

function parsed(text: string): { json: unknown } | null {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** Recorded pages are cut down to title, API link and notice; the demo's own pages need to say those. */
function* comparePages(recorded: string, demo: string): Generator<Difference> {
  const part = (text: string, pattern: RegExp) => pattern.exec(text)?.[1]?.trim() ?? '';
  const titles = [recorded, demo].map((text) => plainText(part(text, /<title>(.*?)<\/title>/s)));
  const links = [recorded, demo].map((text) =>
    part(text, /rel="https:\/\/api\.w\.org\/" href="([^"]*)"/),
  );
  const notice = plainText(
    part(recorded, /<body>(.*?)<\/body>/s).replace(/<a [^>]*>.*?<\/a>/s, ''),
  );
  if (titles[0] !== titles[1]) yield difference('page.title', titles[0], titles[1]);
  if (links[0] !== links[1]) yield difference('page.api-link', links[0], links[1]);
  if (!plainText(demo).includes(notice)) yield difference('page.notice', notice, '');
}

function difference(path: string, recorded: unknown, demo: unknown): Difference {
  return { path, recorded: show(recorded), demo: show(demo) };
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  rsaquo: '›',
};

function plainText(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replace(/&([a-z]+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .trim();
}

function headerOf(answer: ComparedAnswer, name: string): string | undefined {
  return answer.headers.findLast(([one]) => one === name)?.[1];
}

/** The names of the cookies that an answer sets, each once, and whether it deletes them. */
function cookiesOf(answer: ComparedAnswer): string {
  const told = answer.headers
    .filter(([name]) => name === 'set-cookie')
    .map(([, line]) => {
      const name = line.slice(0, line.indexOf('='));
      const flags = /;\s*httponly/i.test(line) ? ' HttpOnly' : '';
      return name + (/max-age=0(;|$)/i.test(line) ? ' deleted' : '') + flags;
    });
  return [...new Set(told)].toSorted().join(', ');
}

/** Every difference between the recorded answer and the demo's. */
export function* compareAnswers(
  recorded: ComparedAnswer,
  demo: ComparedAnswer,
): Generator<Difference> {
  yield* compareValues('status', recorded.status, demo.status);
  for (const name of HEADERS) {
    yield* compareValues(`header.${name}`, headerOf(recorded, name), headerOf(demo, name));
  }
  yield* compareValues('header.set-cookie', cookiesOf(recorded), cookiesOf(demo));
  const [theirs, ours] = [parsed(recorded.body), parsed(demo.body)];
  if (theirs !== null && ours !== null) yield* compareValues('body', theirs.json, ours.json);
  else if (recorded.body.startsWith('<!DOCTYPE')) yield* comparePages(recorded.body, demo.body);
  else yield* compareValues('body', recorded.body, demo.body);
}
