import { vi } from 'vitest';
import browser from 'webextension-polyfill';

/** Stands in for the browser's permissions in tests: `granted` holds match patterns. */
export function fakeAccess(granted: Set<string>): void {
  const has = (origins: readonly string[] = []) => origins.every((origin) => granted.has(origin));
  vi.spyOn(browser.permissions, 'contains').mockImplementation(async ({ origins }) => has(origins));
  vi.spyOn(browser.permissions, 'getAll').mockImplementation(async () => ({
    origins: [...granted],
  }));
  vi.spyOn(browser.permissions, 'remove').mockImplementation(async ({ origins = [] }) =>
    origins.map((origin) => granted.delete(origin)).some(Boolean),
  );
}
