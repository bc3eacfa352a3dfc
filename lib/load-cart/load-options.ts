import { rowFor, type VersionSpan } from '../session/version-span.ts';
import type { LoadRequest } from './load-request.ts';

/** An argument that goes along with the key in a link that loads a cart. */
export type OptionName = 'keep-cart' | 'notify' | 'redirect' | 'c_hash';

export interface LoadOption {
  readonly name: OptionName;
  readonly span: VersionSpan;
  /** False where that version ignores it. */
  readonly works: boolean;
  /** What it does there, in words for the person who chooses. */
  readonly does: string;
  readonly source: string;
}

/** What each version of CoCart does with the arguments of a loading link; the first row that fits counts. */
export const LOAD_OPTIONS: readonly LoadOption[] = [
  {
    name: 'keep-cart',
    span: { beta: true },
    works: false,
    does: 'This version ignores it: the cart that the browser has is emptied all the same.',
    source: 'observed on 4.4.0-beta.6',
  },
  {
    name: 'keep-cart',
    span: { from: '2.1', before: '5.0' },
    works: true,
    does: 'Merges the browser’s cart into the loaded one. Any value does, “false” too; the documentation says the reverse.',
    source: 'observed on 3.0.17, 3.12.0 and 4.3.6',
  },
  {
    name: 'keep-cart',
    span: { from: '5.0' },
    works: false,
    does: 'This version no longer knows it: the cart that the browser has is emptied.',
    source: 'source of the 5.0 branch',
  },
  {
    name: 'notify',
    span: { beta: true },
    works: false,
    does: 'This version no longer knows it.',
    source: 'source of 4.4.0-beta.6',
  },
  {
    name: 'notify',
    span: { from: '2.1', before: '5.0' },
    works: true,
    does: 'The page shows the shopper a notice that the cart was loaded.',
    source: 'observed on 3.0.17 and 4.3.6',
  },
  {
    name: 'notify',
    span: { from: '5.0' },
    works: false,
    does: 'This version no longer knows it.',
    source: 'source of the 5.0 branch',
  },
  {
    name: 'redirect',
    span: { from: '2.1', before: '3.0' },
    works: true,
    does: 'Goes on to the cart page.',
    source: 'documentation of CoCart 2',
  },
  {
    name: 'c_hash',
    span: { beta: true },
    works: true,
    does: 'The hash of a customer’s cart, which signs the browser in as that customer.',
    source: 'observed on 4.4.0-beta.6',
  },
  {
    name: 'c_hash',
    span: { from: '5.0' },
    works: true,
    does: 'The hash of a customer’s cart, which signs the browser in as that customer.',
    source: 'source of the 5.0 branch',
  },
];

/** What a version does with an argument; null where it never knew it, or the version was not told. */
export function loadOption(name: OptionName, version: string | null): LoadOption | null {
  return (
    rowFor(
      LOAD_OPTIONS.filter((row) => row.name === name),
      version,
    ) ?? null
  );
}

/** Where the version was not told, a store is taken for one of the line that most run. */
const USUAL = '4.3';

/** The switches to offer on a store, those that it ignores among them, so that nobody counts on them. */
export function switchesOf(version: string | null): readonly LoadOption[] {
  const switches: readonly OptionName[] = ['keep-cart', 'notify', 'redirect'];
  return switches.flatMap((name) => loadOption(name, version ?? USUAL) ?? []);
}

/** The same loading where the version is known: without switches that it ignores, for nobody is to count on them. */
export function ofVersion(request: LoadRequest, version: string | null): LoadRequest {
  const works = (name: OptionName) =>
    version === null || (loadOption(name, version)?.works ?? false);
  return { ...request, version, switches: request.switches.filter(works) };
}
