import { expect, test } from 'vitest';
import { countTests, describeFailures, describeSecondTries } from './test-report.ts';

function report(...files: { status: string; tests: string[] }[]): string {
  return JSON.stringify({
    testResults: files.map(({ status, tests }, number) => ({
      name: `file ${number}`,
      status,
      assertionResults: tests.map((one) => ({ status: one })),
    })),
  });
}

test('counts the tests of all files', () => {
  const text = report(
    { status: 'passed', tests: ['passed', 'passed'] },
    { status: 'failed', tests: ['passed', 'failed'] },
  );
  expect(countTests(text, false)).toEqual({ passed: 3, failed: 1 });
});

test('counts a file that could not be loaded as one failed', () => {
  const text = report({ status: 'failed', tests: [] }, { status: 'passed', tests: ['passed'] });
  expect(countTests(text, false)).toEqual({ passed: 1, failed: 1 });
});

test('counts a skipped test as failed', () => {
  const text = report({ status: 'passed', tests: ['passed', 'skipped', 'pending', 'todo'] });
  expect(countTests(text, true)).toEqual({ passed: 1, failed: 3 });
});

test('counts a bad end with only good tests as one failed', () => {
  const text = report({ status: 'passed', tests: ['passed'] });
  expect(countTests(text, false)).toEqual({ passed: 1, failed: 1 });
});

test.each(['', '{', '{}', report()])('counts the report %j as one failed', (text) => {
  expect(countTests(text, true)).toEqual({ passed: 0, failed: 1 });
});

test('tells what failed, and why', () => {
  const text = JSON.stringify({
    testResults: [
      {
        name: 'lib/a.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'adds', failureMessages: [] },
          { status: 'failed', fullName: 'divides', failureMessages: ['expected 1 to be 2'] },
          { status: 'skipped', fullName: 'subtracts', failureMessages: [] },
        ],
      },
      { name: 'lib/b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
      { name: 'lib/c.test.ts', status: 'passed', message: '', assertionResults: [] },
    ],
  });
  expect(describeFailures(text)).toEqual([
    'lib/a.test.ts › divides\nexpected 1 to be 2',
    'lib/a.test.ts › subtracts\nskipped',
    'lib/b.test.ts\nno such module',
  ]);
  expect(describeFailures('')).toEqual([]);
});

test('tells what passed only when it was run again', () => {
  const text = JSON.stringify({
    testResults: [
      {
        name: 'e2e/a.test.ts',
        status: 'passed',
        assertionResults: [
          { status: 'passed', fullName: 'adds', failureMessages: [] },
          { status: 'passed', fullName: 'divides', failureMessages: ['expected 1 to be 2'] },
          { status: 'failed', fullName: 'subtracts', failureMessages: ['too late', 'too late'] },
        ],
      },
    ],
  });
  expect(describeSecondTries(text)).toEqual(['e2e/a.test.ts › divides\nexpected 1 to be 2']);
  expect(countTests(text, false)).toEqual({ passed: 2, failed: 1 });
});
