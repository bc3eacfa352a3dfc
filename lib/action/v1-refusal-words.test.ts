import { expect, test } from 'vitest';
import type { CartWrite } from './cart-write.ts';
import { anAct, TARGET } from './sample-act.ts';
import { byV2, v1RefusalWords } from './v1-refusal-words.ts';

const update: CartWrite = { do: 'update-item', itemKey: 'abc', quantity: 2 };
const on = (writes: readonly CartWrite[], api: 'v1' | 'v2', version: string | null) =>
  anAct(writes, { target: { ...TARGET, api, version } }).act;

test.each([
  [update, /change a quantity \(HTTP 404\)/],
  [{ do: 'restore-item', itemKey: 'abc' }, /restore a line \(HTTP 403\)/],
  [{ do: 'clear' }, /clear a cart \(HTTP 406\)/],
] satisfies readonly [CartWrite, RegExp][])('v1 of CoCart 4 refuses %o', (write, said) => {
  const known = v1RefusalWords(on([write], 'v1', '4.3.6'));
  expect(known?.title).toMatch(said);
  expect(known?.title).toContain('CoCart 4.3.6');
  const untold = v1RefusalWords(on([write], 'v1', null));
  expect(untold?.title).toMatch(said);
  expect(untold?.title).toContain('This store told no version');
});

test.each([
  [[{ do: 'remove-item', itemKey: 'abc' }], 'v1', '4.3.6'],
  [[{ do: 'remove-item', itemKey: 'abc' }], 'v1', null],
  [[update], 'v1', '3.0.17'],
  [[update], 'v2', '4.3.6'],
  [[update], 'v2', null],
] satisfies readonly [readonly CartWrite[], 'v1' | 'v2', string | null][])(
  '%o by %s of %s is not known to be refused',
  (writes, api, version) => {
    expect(v1RefusalWords(on(writes, api, version))).toBeNull();
  },
);

test.each(['4.3.6', null])(
  'the same act by v2 is not refused, and goes to the same cart',
  (version) => {
    const act = byV2(on([update], 'v1', version));
    expect(v1RefusalWords(act)).toBeNull();
    expect(act.target).toEqual({ ...TARGET, api: 'v2', version });
  },
);
