import { vi } from 'vitest';
import browser, { type Permissions } from 'webextension-polyfill';

/** Stands in for the browser's permissions in tests: `granted` holds match patterns and permissions. */
export function fakeAccess(granted: Set<string>): void {
  const listed = ({ origins = [], permissions = [] }: Permissions.AnyPermissions) => [
    ...origins,
    ...permissions,
  ];
  vi.spyOn(browser.permissions, 'contains').mockImplementation(async (wanted) =>
    listed(wanted).every((one) => granted.has(one)),
  );
  vi.spyOn(browser.permissions, 'getAll').mockImplementation(async () => ({
    origins: [...granted].filter((one) => one !== 'webRequest'),
    permissions: granted.has('webRequest') ? ['webRequest'] : [],
  }));
  vi.spyOn(browser.permissions, 'remove').mockImplementation(async (unwanted) =>
    listed(unwanted)
      .map((one) => granted.delete(one))
      .some(Boolean),
  );
}
