import browser from 'webextension-polyfill';
import type { Grant } from '../host.ts';
import { z } from '../zod.ts';

const REASONS = 'grants';

const reasonsSchema = z.record(
  z.string(),
  z.object({ origin: z.string(), at: z.number(), why: z.string() }),
);

/**
 * The match pattern of an origin. It names no port: Firefox takes none, and without one a pattern
 * stands for every port of the host.
 */
export function toPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** True when every one of these origins may be read. */
export function hasAccess(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: [...new Set(origins.map(toPattern))] });
}

/**
 * Asks the person for access; null where this page cannot ask (a Firefox panel has no permissions
 * API). Has to be called within the press, before anything is awaited.
 */
export function askForAccess(origins: readonly string[]): Promise<boolean> | null {
  // In a Firefox panel the name is listed and the value is missing, whatever the types say.
  const permissions: typeof browser.permissions | undefined = browser.permissions;
  return permissions?.request
    ? permissions.request({ origins: [...new Set(origins.map(toPattern))] })
    : null;
}

/** Records what access was asked for with, so that it can be listed and given back later. */
export async function recordGrants(
  origins: readonly string[],
  why: string,
  at: number,
): Promise<void> {
  await navigator.locks.request(REASONS, async () => {
    const reasons = await readReasons();
    for (const origin of origins) reasons[toPattern(origin)] ??= { origin, at, why };
    await browser.storage.local.set({ [REASONS]: reasons });
  });
}

/** Forgets the reasons of access that is gone, by whatever way it went. */
export async function forgetGrants(patterns: readonly string[]): Promise<void> {
  await navigator.locks.request(REASONS, async () => {
    const reasons = Object.entries(await readReasons());
    const left = reasons.filter(([pattern]) => !patterns.includes(pattern));
    await browser.storage.local.set({ [REASONS]: Object.fromEntries(left) });
  });
}

/** Every site that access was given to, with the reason where one was recorded. */
export async function readGrants(): Promise<readonly Grant[]> {
  const [{ origins = [] }, reasons] = await Promise.all([
    browser.permissions.getAll(),
    readReasons(),
  ]);
  return origins.map((pattern) => {
    const reason = reasons[pattern];
    return {
      pattern,
      origin: reason?.origin ?? pattern.replace(/\/\*$/, ''),
      at: reason?.at ?? null,
      why: reason?.why ?? null,
    };
  });
}

/** Gives access back; its reason goes with it. */
export async function revoke(pattern: string): Promise<void> {
  await browser.permissions.remove({ origins: [pattern] });
  await forgetGrants([pattern]);
}

async function readReasons(): Promise<z.infer<typeof reasonsSchema>> {
  const found = await browser.storage.local.get(REASONS);
  const reasons = reasonsSchema.safeParse(found[REASONS]);
  return reasons.success ? reasons.data : {};
}
