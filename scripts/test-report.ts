import { z } from '../lib/zod.ts';

/** How many tests, or steps that count as one, went well and how many did not. */
export interface Tally {
  passed: number;
  failed: number;
}

/** The part of vitest's JSON report that is counted (vitest 5). */
const Report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.optional(z.string()),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.optional(z.string()),
          failureMessages: z.optional(z.array(z.string())),
        }),
      ),
    }),
  ),
});

/**
 * Counts the tests of a vitest run from its JSON report.
 *
 * A file that failed without a failed test (it could not be loaded, or a hook threw) counts as one
 * failed. A run that did not end well although all its tests did (an error outside of tests, or no
 * report at all) counts as one failed, too. Skipped tests count as failed: nothing here may be
 * left out in silence.
 *
 * @param text the report; empty when vitest wrote none
 * @param endedWell whether vitest ended with 0
 */
export function countTests(text: string, endedWell: boolean): Tally {
  const tally: Tally = { passed: 0, failed: 0 };
  for (const file of readReport(text)?.testResults ?? []) {
    const passed = file.assertionResults.filter(({ status }) => status === 'passed').length;
    const failed = file.assertionResults.length - passed;
    tally.passed += passed;
    tally.failed += failed === 0 && file.status === 'failed' ? 1 : failed;
  }
  const nothing = tally.passed === 0 && tally.failed === 0;
  if (tally.failed === 0 && (!endedWell || nothing)) tally.failed = 1;
  return tally;
}

/** How much of a failure's message the end of a run repeats, in characters. */
const MESSAGE_LENGTH = 1200;

/**
 * Tells what did not pass, for the end of a long run: whoever sees only the last lines of it has to
 * know what failed, and why.
 *
 * @param text the report, as {@link countTests} takes it
 * @returns file, name and message of each test that did not pass, and of each file that failed without one
 */
export function describeFailures(text: string): string[] {
  const failures: string[] = [];
  for (const file of readReport(text)?.testResults ?? []) {
    const tests = file.assertionResults.filter(({ status }) => status !== 'passed');
    for (const { status, fullName = '(a test without a name)', failureMessages = [] } of tests) {
      failures.push(failure(`${file.name} › ${fullName}`, failureMessages.join('\n') || status));
    }
    if (tests.length === 0 && file.status === 'failed') {
      failures.push(failure(file.name, file.message ?? 'the file could not be run'));
    }
  }
  return failures;
}

/**
 * Tells what failed at first and passed when it was run again. Such a test has a race, in itself or in
 * the product, so it is never passed over in silence.
 *
 * @param text the report, as {@link countTests} takes it
 * @returns file, name and first message of each test that needed a second try
 */
export function describeSecondTries(text: string): string[] {
  return (readReport(text)?.testResults ?? []).flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(
        ({ status, failureMessages = [] }) => status === 'passed' && failureMessages.length > 0,
      )
      .map(({ fullName = '(a test without a name)', failureMessages = [] }) =>
        failure(`${name} › ${fullName}`, failureMessages[0] ?? ''),
      ),
  );
}

function failure(name: string, message: string): string {
  return `${name}\n${message.slice(0, MESSAGE_LENGTH)}`;
}

function readReport(text: string): z.infer<typeof Report> | undefined {
  try {
    return Report.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
