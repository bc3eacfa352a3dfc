import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';

/*
 * Which part of the program may know which: entrypoints → components → lib, and entrypoints → lib.
 */

const ROOT = join(import.meta.dirname, '..');
const FOLDERS = ['entrypoints', 'components', 'lib', 'demo', 'e2e', 'bench', 'scripts'];

/** What follows `from`, `import` or `import(`, whatever is imported of it. */
const IMPORT = /(?:^|[\s;}])(?:from|import)\s*\(?\s*(['"])([^'"\n]+)\1/g;

interface Import {
  /** `lib/cart/cart.ts` */
  readonly from: string;
  /** `lib/cart/money.ts` for a file of ours, `preact/hooks` for a package. */
  readonly to: string;
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => posix.join(folder, path.replaceAll('\\', '/')))
    .filter((path) => /\.(?:tsx?|m?js)$/.test(path));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(IMPORT)].map(([, , specifier = '']) => ({
    from: file,
    to: specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier,
  }));
}

const imports = FOLDERS.flatMap(sourcesBelow).flatMap(importsOf);

function isBelow(path: string, ...folders: readonly string[]): boolean {
  return folders.some((folder) => path.startsWith(`${folder}/`));
}

function isPackage(name: string, ...packages: readonly string[]): boolean {
  return packages.some((known) => name === known || name.startsWith(`${known}/`));
}

/** The imports of some files that a rule forbids, as text. */
function forbidden(rule: (edge: Import) => boolean): string[] {
  return imports.filter(rule).map(({ from, to }) => `${from} imports ${to}`);
}

test('imports are seen', () => {
  expect(imports).toContainEqual({ from: 'lib/imports.test.ts', to: 'vitest' });
  expect(imports).toContainEqual({
    from: 'lib/cocart/read-exchange.ts',
    to: 'lib/cocart/routes.ts',
  });
  expect(imports.length).toBeGreaterThan(200);
});

describe('lib', () => {
  const inLib = ({ from }: Import) => isBelow(from, 'lib');

  test('knows no part that stands above it', () => {
    expect(
      forbidden(
        (edge) => inLib(edge) && isBelow(edge.to, ...FOLDERS.filter((folder) => folder !== 'lib')),
      ),
    ).toEqual([]);
  });

  test('knows neither Preact nor the screen', () => {
    const screen = ['preact', '@preact/signals', '@tanstack/virtual-core', '@testing-library'];
    expect(forbidden((edge) => inLib(edge) && isPackage(edge.to, ...screen))).toEqual([]);
  });

  test('keeps its signals in the log', () => {
    expect(
      forbidden(
        (edge) =>
          isPackage(edge.to, '@preact/signals-core') &&
          inLib(edge) &&
          !isBelow(edge.from, 'lib/log'),
      ),
    ).toEqual([]);
  });
});

test('only lib/browser, the entrypoints and tests name an extension API', () => {
  const extension = ['webextension-polyfill', '@wxt-dev/webextension-polyfill', 'wxt/browser'];
  expect(
    forbidden(
      ({ from, to }) =>
        isPackage(to, ...extension) && !isBelow(from, 'lib/browser', 'entrypoints', 'e2e'),
    ),
  ).toEqual([]);
});

describe('components', () => {
  const inComponents = ({ from }: Import) => isBelow(from, 'components');

  test('know no part but lib, and of that not lib/browser', () => {
    const others = FOLDERS.filter((folder) => !['lib', 'components'].includes(folder));
    expect(
      forbidden((edge) => inComponents(edge) && isBelow(edge.to, ...others, 'lib/browser')),
    ).toEqual([]);
  });

  test('of the panel and of the popup do not know each other', () => {
    expect(
      forbidden(
        ({ from, to }) =>
          (isBelow(from, 'components/panel') && isBelow(to, 'components/popup')) ||
          (isBelow(from, 'components/popup') && isBelow(to, 'components/panel')),
      ),
    ).toEqual([]);
  });
});

test('an entrypoint is imported by nobody', () => {
  expect(
    forbidden(({ from, to }) => isBelow(to, 'entrypoints') && !isBelow(from, 'entrypoints')),
  ).toEqual([]);
});

test('the demo is known to those alone that run it', () => {
  expect(
    forbidden(
      ({ from, to }) => isBelow(to, 'demo') && !isBelow(from, 'demo', 'e2e', 'bench', 'scripts'),
    ),
  ).toEqual([]);
});

describe('what ships', () => {
  const shipped = reachedFrom(sourcesBelow('entrypoints'));

  test('is more than the entrypoints', () => {
    expect(shipped).toContain('lib/cocart/read-exchange.ts');
    expect(shipped).toContain('components/panel/Panel.tsx');
  });

  test('asks Node for nothing', () => {
    expect(forbidden(({ from, to }) => shipped.has(from) && to.startsWith('node:'))).toEqual([]);
  });

  test('names no package for tests and tools', () => {
    const tools = [
      ...['vitest', 'fast-check', '@testing-library', 'happy-dom', 'axe-core', 'puppeteer-core'],
      ...['hono', '@hono', 'vite', 'microdiff', 'jsondiffpatch', 'php-parser'],
    ];
    expect(forbidden(({ from, to }) => shipped.has(from) && isPackage(to, ...tools))).toEqual([]);
  });

  test('knows no test and no recording', () => {
    const others = /\.test\.tsx?$|^lib\/cocart\/recordings\//;
    expect([...shipped].filter((file) => others.test(file))).toEqual([]);
  });
});

/** Files and all that they import, at whatever remove. */
function reachedFrom(files: readonly string[]): ReadonlySet<string> {
  const reached = new Set(files);
  for (const file of reached) {
    for (const { to } of imports.filter(({ from }) => from === file)) {
      if (isBelow(to, ...FOLDERS) && !to.endsWith('.css')) reached.add(to);
    }
  }
  return reached;
}
