import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Capture, Page } from '../capture.ts';
import type { Exchange } from '../http/exchange.ts';
import { z } from '../zod.ts';

/** One line of a recording, as far as the tests need it. */
const recorded = z.object({
  step: z.string(),
  request: z.object({
    method: z.string(),
    url: z.string(),
    headers: z.optional(z.record(z.string(), z.string())),
    body: z.optional(z.nullable(z.string())),
  }),
  response: z.object({
    status: z.number(),
    headers: z.array(z.tuple([z.string(), z.string()])),
    body: z.optional(z.nullable(z.string())),
    ms: z.number(),
  }),
});

export type RecordedCapture = Capture & { readonly step: string };

export const FIRST_PAGE: Page = { url: 'http://localhost:8066/shop/', since: 1_000 };

/**
 * The captures that a panel would have made of a recorded file (`cocart-4.3.6/v2-guest-lifecycle.jsonl`):
 * one a second, all on one page. For tests and for looking at screens.
 */
export function recordedCaptures(
  file: string,
  page: Page = FIRST_PAGE,
  from = page.since + 1_000,
): RecordedCapture[] {
  const path = join(import.meta.dirname, '../cocart/recordings', file);
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line, index) => {
    const { step, request, response } = recorded.parse(JSON.parse(line));
    const exchange: Exchange = {
      id: `${file}:${String(index + 1).padStart(4, '0')}@${from}`,
      startedAt: from + index * 1_000,
      durationMs: response.ms,
      sender: 'page',
      request: {
        method: request.method,
        url: request.url,
        headers: Object.entries(request.headers ?? {}).map(([name, value]) => ({ name, value })),
        body: bodyOf(request.body),
      },
      response: {
        status: response.status,
        headers: response.headers.map(([name, value]) => ({ name, value })),
        body: bodyOf(response.body),
        fromCache: null,
      },
    };
    return { tabId: 1, page, exchange, step };
  });
}

/** The capture of one step of a recorded file. */
export function recordedStep(file: string, step: string): RecordedCapture {
  const capture = recordedCaptures(file).find((candidate) => candidate.step === step);
  if (!capture) throw new Error(`${file} has no step "${step}"`);
  return capture;
}

/** The same call again, `later` ms after it, answered with the cart of another key. */
export function withAnotherKey(capture: Capture, key: string, later: number): Capture {
  const { exchange } = capture;
  const text = exchange.response.body.text ?? '';
  const old = /"cart_key":\s*"(\w+)"/.exec(text)?.[1] ?? '';
  return {
    ...capture,
    exchange: {
      ...exchange,
      id: `${exchange.id} again`,
      startedAt: exchange.startedAt + later,
      response: {
        ...exchange.response,
        headers: exchange.response.headers.map(({ name, value }) => ({
          name,
          value: value.replaceAll(old, key),
        })),
        body: { text: text.replaceAll(old, key) },
      },
    },
  };
}

function bodyOf(text: string | null | undefined): Exchange['request']['body'] {
  return text ? { text } : { text: null, missing: 'none' };
}
