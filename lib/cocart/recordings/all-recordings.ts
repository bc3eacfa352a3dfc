import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recording } from './read-recording.ts';
import { readRecording } from './read-recording.ts';

/** One recorded exchange and where it stands. */
export interface Recorded extends Recording {
  /** Below this folder: `cocart-4.3.6/v2-money.jsonl`. */
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
}

/** Every exchange that was recorded on real stores, by file and line. */
export function allRecordings(): readonly Recorded[] {
  return readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap(recordingsOf);
}

/** The exchanges of one recorded file, in order. */
export function recordingsOf(file: string): readonly Recorded[] {
  const lines = readFileSync(join(import.meta.dirname, file), 'utf8').split('\n');
  return lines.flatMap((text, index) => {
    const recording = readRecording(text);
    return recording ? [{ file, line: index + 1, ...recording }] : [];
  });
}

/**
 * One recorded step.
 *
 * @throws Error when the file has no such step.
 */
export function recordedStep(file: string, step: string): Recorded {
  const found = recordingsOf(file).find((recording) => recording.step === step);
  if (!found) throw new Error(`${file} has no step "${step}"`);
  return found;
}
