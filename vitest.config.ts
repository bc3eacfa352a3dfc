import preact from '@preact/preset-vite';
import { configDefaults, defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Tests that stand in for the browser: each file needs modules and globals of its own. */
const WITH_BROWSER = 'lib/browser/**/*.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{lib,demo,scripts,bench}/**/*.test.ts'],
          exclude: [...configDefaults.exclude, WITH_BROWSER],
          // Three times as fast: modules are evaluated once a worker, not once a file.
          isolate: false,
          testTimeout: 20_000,
        },
        plugins: [await WxtVitest()],
      },
      {
        test: { name: 'browser', environment: 'node', include: [WITH_BROWSER] },
        plugins: [await WxtVitest()],
      },
      {
        test: {
          name: 'component',
          environment: 'happy-dom',
          // As above; a page is cleared where its file ends (test-setup).
          isolate: false,
          include: ['components/**/*.test.tsx'],
          setupFiles: ['components/test-setup.ts'],
          testTimeout: 20_000,
        },
        plugins: [await WxtVitest(), preact()],
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['e2e/**/*.test.ts'],
          // One browser at a time: two cores cannot drive two browsers and keep their timing honest.
          fileParallelism: false,
          // A story takes 20 s at most on two idle cores; busy ones must not make a failure of it.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Two browsers on a busy machine: one race must not hide what the other stories say. What
          // needed its second try is named at the end of `npm test`, and is a bug to look for.
          retry: 1,
        },
      },
    ],
  },
});
