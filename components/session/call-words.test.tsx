import { expect, it } from 'vitest';
import type { GlanceCall } from '../../lib/glance.ts';
import { outdatedWords, troubleWords } from './call-words.ts';

const call = (kind: string): GlanceCall => ({
  ...{ id: 'a', label: 'POST cart/clear', answeredAt: 0, status: 0, error: null, message: null },
  ...{ sender: 'extension', fromCache: false, page: { url: null, since: 0 }, kind },
});

it.each([
  [
    'redirect',
    'POST cart/clear was answered with a redirect',
    /^It was not followed/,
    'a redirect',
  ],
  ['empty', 'No answer to POST cart/clear', /network, CORS or cancelled/, 'no answer'],
])('a call that ended with “%s”: %s', (kind, title, text, end) => {
  const trouble = troubleWords({ kind: 'error', call: call(kind) }, true, 0);
  expect(trouble).toEqual({ title, text: expect.stringMatching(text) });
  const { text: since } = outdatedWords({ by: call(kind), sure: false, parts: ['items'] }, 0);
  expect(since).toContain(`It ended with ${end} at`);
});
