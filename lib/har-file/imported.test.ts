import { expect, test } from 'vitest';
import type { Exchange } from '../http/exchange.ts';
import { createCartLog } from '../log/cart-log.ts';
import { recordedCaptures, recordedStep } from '../log/recorded-captures.ts';
import { exportFile } from './exports.ts';
import { importTimeline, shownCaptures } from './imported.ts';
import type { ReadFile } from './read-by-worker.ts';
import { readHarFile } from './read-har-file.ts';
import { redact } from './redact.ts';
import { writeHar } from './write-har.ts';

const inPlace: ReadFile = (file, options) => readHarFile(file, options);

async function exported() {
  const live = createCartLog();
  live.add(recordedCaptures('cocart-4.3.6/v2-guest-lifecycle.jsonl'));
  const { captures } = await redact(shownCaptures(live));
  return { live, file: new File([writeHar(captures)], 'shop.har') };
}

test('a colleague sees the timeline of the one who exported it, with pseudonyms', async () => {
  const { live, file } = await exported();
  const signal = new AbortController().signal;
  const { log, name } = await importTimeline(file, { signal, onProgress: () => {} }, inPlace);
  expect(name).toBe('shop.har');
  const told = (from: typeof live) =>
    from.lanes.value.map((lane) => ({
      id: lane.id,
      total: lane.cart?.cart.totals?.total,
      calls: from
        .callsOf(lane.id)
        .map(({ label, status, told, writes }) => [label, status, told, writes]),
    }));
  expect(told(log)).toEqual(told(live));
  expect(log.lane.value?.cart?.cause.key).toMatch(/^guest-[A-Z]$/);
  expect(log.paused.value).toBe(false);
});

test('preflights go along with their calls, in requests to be sent again they do not', async () => {
  const live = createCartLog();
  const preflight = recordedStep('cocart-4.3.6/v2-cors.jsonl', 'preflight');
  live.add([preflight, recordedStep('cocart-4.3.6/v2-cors.jsonl', 'cross-origin cart')]);
  const { captures } = await redact(shownCaptures(live));
  const { text } = exportFile(captures, 'har');
  const signal = new AbortController().signal;
  const file = new File([text], 'shop.har');
  const { log, summary } = await importTimeline(file, { signal, onProgress: () => {} }, inPlace);
  expect(summary).toMatchObject({ entries: 2, calls: 1 });
  expect(log.preflights()[0]?.exchange.response).toMatchObject({ status: 200 });
  expect(exportFile(captures, 'http').text).not.toContain('OPTIONS');
  const alone = new File([exportFile([preflight], 'har').text], 'refused.har');
  const only = await importTimeline(alone, { signal, onProgress: () => {} }, inPlace);
  expect(only.log.preflights()).toHaveLength(1);
});

test('the calls of a batch are taken apart, and stay so in a file of ours', async () => {
  const list = recordedStep('cocart-4.3.6/v2-guest-lifecycle.jsonl', 'add first item');
  const { text = '' } = list.exchange.response.body;
  const requests = [{ path: '/wp/v2/posts' }, { path: '/cocart/v2/cart/clear' }];
  const responses = [null, { status: 200, headers: {}, body: JSON.parse(text ?? '') }];
  const batch: Exchange = {
    ...list.exchange,
    request: {
      ...list.exchange.request,
      url: 'http://localhost:8066/wp-json/batch/v1',
      body: { text: JSON.stringify({ requests }) },
    },
    response: { ...list.exchange.response, body: { text: JSON.stringify({ responses }) } },
  };
  const signal = new AbortController().signal;
  const read = async (har: string) =>
    importTimeline(new File([har], 'a.har'), { signal, onProgress: () => {} }, inPlace);
  const foreign = JSON.parse(writeHar([{ ...list, exchange: batch }]));
  for (const entry of foreign.log.entries) delete entry._cocart;
  const first = await read(JSON.stringify(foreign));
  const again = await read(writeHar(shownCaptures(first.log)));
  for (const { log, summary } of [first, again]) {
    expect(summary.calls).toBe(1);
    const [capture] = shownCaptures(log);
    expect(capture?.exchange.request.url).toBe(
      'http://localhost:8066/wp-json/cocart/v2/cart/clear',
    );
    expect(capture?.exchange.part).toMatchObject({ number: 2, of: 2, answer: 'given' });
  }
});

test('an import that is given up ends with the reason', async () => {
  const { file } = await exported();
  const control = new AbortController();
  const importing = importTimeline(
    file,
    { signal: control.signal, onProgress: () => control.abort(new Error('enough')) },
    inPlace,
  );
  await expect(importing).rejects.toThrow('enough');
});
