import { expect, test } from 'vitest';
import type { ActReport } from '../../lib/action/act.ts';
import { reportWords } from './report-words.ts';

const REPORT: ActReport = {
  ...{ title: 'Change Album to 4', done: 2, planned: 2, failure: null },
  ...{ cancelled: false, unmet: [], undoId: 'a' },
};
const FAILURE = { what: 'The store refused: x.', why: 'Too many.', todo: 'Wait.' };

test.each([
  ['taken and stored', {}, 'good', /: done\.$/, /cart holds it/],
  [
    'promised and not stored',
    { unmet: ['Album: promised 4, stored 1'] },
    'bad',
    /taken, not stored/,
    /read back/,
  ],
  [
    'taken, with a part that no answer tells',
    { unchecked: ['the shipping rate'] },
    'good',
    /: done\.$/,
    /not checked: the shipping rate/,
  ],
  [
    'made again as far as it goes',
    { differs: ['Beside the cart of then: Beanie × 1 removed'] },
    'warn',
    /as far as it goes/,
    /not all of the cart/,
  ],
  [
    'made again as far as it goes, with a part that no answer tells',
    { differs: ['Beside the cart of then: Beanie × 1 removed'], unchecked: ['the fees'] },
    'warn',
    /as far as it goes/,
    /not checked: the fees/,
  ],
  [
    'cancelled, with a part that the store did not keep',
    { done: 1, cancelled: true, unmet: ['Album: promised 4, stored 1'] },
    'bad',
    /cancelled, 1 of 2 done/,
    /does not hold what was asked for/,
  ],
  ['only read', { only: 'read', undoId: null }, 'good', /: done\.$/, /changed nothing/],
  ['not read back', { unmet: null }, 'warn', /: taken\.$/, /not known/],
  [
    'refused at once',
    { done: 0, failure: FAILURE },
    'bad',
    /stopped, 0 of 2 done/,
    /Too many\. Wait\. Nothing was taken before/,
  ],
  ['refused half way', { done: 1, failure: FAILURE }, 'bad', /stopped, 1 of 2 done/, /Wait\.$/],
  [
    'refused, and not read back',
    { done: 1, failure: FAILURE, unmet: null },
    'bad',
    /stopped/,
    /not known/,
  ],
  [
    'cancelled half way',
    { done: 1, cancelled: true },
    'warn',
    /cancelled, 1 of 2 done/,
    /stays done/,
  ],
  [
    'cancelled before the first',
    { done: 0, cancelled: true },
    'warn',
    /cancelled, 0 of 2/,
    /Nothing was written/,
  ],
] satisfies readonly [string, Partial<ActReport>, string, RegExp, RegExp][])(
  'an act that was %s',
  (_, part, tone, title, text) => {
    const words = reportWords({ ...REPORT, ...part });
    expect(words.tone).toBe(tone);
    expect(words.title).toMatch(title);
    expect(words.text).toMatch(text);
  },
);

test('names what the store does not hold, of a refused or cancelled act too', () => {
  const unmet = ['Album: promised 4, stored 1'];
  expect(reportWords({ ...REPORT, unmet }).unmet).toEqual(unmet);
  expect(reportWords({ ...REPORT, done: 1, failure: FAILURE, unmet }).unmet).toEqual(unmet);
  expect(reportWords({ ...REPORT, done: 1, cancelled: true, unmet }).unmet).toEqual(unmet);
});
