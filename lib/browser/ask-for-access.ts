import browser from 'webextension-polyfill';
import type { OptionalPermission } from '../optional-permission.ts';

/**
 * The match pattern of an origin. It names no port: Firefox takes none, and without one a pattern
 * stands for every port of the host.
 */
export function toPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** False in a Firefox panel, which has no permissions API. */
export function canAskForAccess(): boolean {
  // There the name is listed and the value is missing, whatever the types say.
  const permissions: typeof browser.permissions | undefined = browser.permissions;
  return Boolean(permissions?.request);
}

/** Asks the person for access. Has to be called within the press, before anything is awaited. */
export function askForAccess(
  origins: readonly string[],
  asked: readonly OptionalPermission[],
): Promise<boolean> {
  return browser.permissions.request(toAccess(origins, asked));
}

/** Origins and permissions in the form in which browsers take them. */
export function toAccess(origins: readonly string[], permissions: readonly OptionalPermission[]) {
  return { origins: [...new Set(origins.map(toPattern))], permissions: [...permissions] };
}
