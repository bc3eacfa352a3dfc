import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countTests, describeFailures, describeSecondTries, type Tally } from './test-report.ts';

// `npm test`: everything that has to hold, in one run. Goes on after a failure, so that one run
// tells all that is wrong, repeats at the end what failed or needed a second try, and prints `N passed, N failed` as its
// last line. Each step without tests of its own counts as one.

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BIN = join(ROOT, 'node_modules', '.bin');
const reports = mkdtempSync(join(tmpdir(), 'cocart-test-'));

interface Step {
  name: string;
  /** Programs of node_modules/.bin with their arguments, one after the other. */
  commands: readonly (readonly [string, ...string[]])[];
  /** Minutes after which the step is stopped and has failed. */
  minutes: number;
  /** The step without which this one says nothing. */
  needs?: string;
  /** Whether it runs tests of its own, which are counted one by one. */
  tests?: boolean;
}

const STEPS: readonly Step[] = [
  { name: 'types', commands: [['tsc', '--noEmit']], minutes: 2 },
  { name: 'lint', commands: [['biome', 'check', '--error-on-warnings', '.']], minutes: 1 },
  {
    name: 'build',
    commands: [
      ['wxt', 'build', '-b', 'chrome', '--mv3'],
      ['wxt', 'build', '-b', 'firefox', '--mv3'],
    ],
    minutes: 2,
  },
  {
    name: 'web-ext lint',
    commands: [
      [
        'web-ext',
        'lint',
        '--source-dir',
        '.output/firefox-mv3',
        '--no-config-discovery',
        '--boring',
      ],
    ],
    minutes: 2,
    needs: 'build',
  },
  {
    name: 'unit and component tests',
    commands: [['vitest', 'run', '--project=!e2e']],
    minutes: 10,
    tests: true,
  },
  {
    name: 'end-to-end tests',
    commands: [['vitest', 'run', '--project', 'e2e']],
    // Seven on two idle cores; busy ones must not make a failure of it.
    minutes: 30,
    needs: 'build',
    tests: true,
  },
];

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 22) {
  console.error(
    `Node ${process.versions.node} is too old: 22 or later is needed. The project brings its own; ` +
      'install it with `npm ci` (without --ignore-scripts) and start the tests with `npm test`.',
  );
  console.log('0 passed, 1 failed');
  process.exit(1);
}

let running: ChildProcess | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stop(running);
    rmSync(reports, { recursive: true, force: true });
    process.exit(1);
  });
}

const total: Tally = { passed: 0, failed: 0 };
const failed = new Set<string>();
const failures: string[] = [];
const secondTries: string[] = [];
const summary: string[] = [];

for (const [number, step] of STEPS.entries()) {
  console.log(`\n── ${step.name} ──`);
  const started = Date.now();
  const tally = await take(step, join(reports, `${number}.json`));
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  total.passed += tally.passed;
  total.failed += tally.failed;
  if (tally.failed > 0) failed.add(step.name);
  summary.push(`${step.name}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)`);
}

rmSync(reports, { recursive: true, force: true });
if (secondTries.length > 0) {
  console.log(`\nFailed at first, passed when run again:\n\n${secondTries.join('\n\n')}`);
}
if (failures.length > 0) console.log(`\nFailed:\n\n${failures.join('\n\n')}`);
console.log(`\n${summary.join('\n')}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed`);

/** Runs one step and counts it. */
async function take(step: Step, report: string): Promise<Tally> {
  if (step.needs !== undefined && failed.has(step.needs)) {
    console.log(`Not run, because "${step.needs}" failed.`);
    return { passed: 0, failed: 1 };
  }
  const deadline = Date.now() + step.minutes * 60_000;
  let well = true;
  for (const command of step.commands) {
    const more = step.tests
      ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
      : [];
    well = (await run([...command, ...more], deadline)) && well;
  }
  if (!step.tests) return well ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const text = await readFile(report, 'utf8').catch(() => '');
  failures.push(...describeFailures(text));
  secondTries.push(...describeSecondTries(text));
  return countTests(text, well);
}

/** Runs a program with its output shown; answers whether it ended well, and before the deadline. */
function run([program = '', ...args]: string[], deadline: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(join(BIN, program), args, {
      cwd: ROOT,
      // A group of its own, so that it can be stopped with all that it started.
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PATH: `${BIN}:${process.env.PATH ?? ''}` },
    });
    running = child;
    const timer = setTimeout(() => {
      console.error(`${program} took too long and was stopped.`);
      stop(child);
    }, deadline - Date.now());
    child.on('error', (error) => {
      clearTimeout(timer);
      console.error(`${program} could not be started: ${error.message}`);
      resolve(false);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
}

function stop(child: ChildProcess | undefined): void {
  if (child?.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
