import { readdirSync, readFileSync } from 'node:fs';
import { z } from '../../lib/zod.ts';

const Recording = z.object({
  scenario: z.string(),
  step: z.string(),
  request: z.object({
    method: z.string(),
    url: z.string(),
    headers: z.record(z.string(), z.string()),
    body: z.optional(z.unknown()),
  }),
  response: z.object({
    status: z.number(),
    headers: z.array(z.tuple([z.string(), z.string()])),
    body: z.unknown(),
  }),
});

/** One recorded exchange, its bodies as text. */
export interface RecordedExchange {
  readonly scenario: string;
  /** Counts from 1. */
  readonly line: number;
  readonly step: string;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | undefined;
  };
  readonly response: {
    readonly status: number;
    readonly headers: readonly (readonly [string, string])[];
    readonly body: string;
  };
}

function textOf(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body ?? '');
}

/** The recorded request sequences of one real store, by file. */
export function readRecordings(folder: string): ReadonlyMap<string, readonly RecordedExchange[]> {
  const directory = new URL(`../../lib/cocart/recordings/${folder}/`, import.meta.url);
  const files = readdirSync(directory).filter((name) => name.endsWith('.jsonl'));
  return new Map(
    files.toSorted().map((file) => {
      const lines = readFileSync(new URL(file, directory), 'utf8').split('\n').filter(Boolean);
      return [file, lines.map((line, index) => exchangeOf(line, index + 1))];
    }),
  );
}

function exchangeOf(text: string, line: number): RecordedExchange {
  const { scenario, step, request, response } = Recording.parse(JSON.parse(text));
  return {
    scenario,
    line,
    step,
    request: { ...request, body: request.body === undefined ? undefined : textOf(request.body) },
    response: { ...response, body: textOf(response.body) },
  };
}
