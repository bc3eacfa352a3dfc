import browser from 'webextension-polyfill';
import type { Grant } from '../host.ts';
import { OBSERVING, type OptionalPermission } from '../optional-permission.ts';
import { permissionsOf, type WishStatus } from '../wish.ts';
import { z } from '../zod.ts';
import { toAccess, toPattern } from './ask-for-access.ts';

const REASONS = 'grants';

const reasonsSchema = z.record(
  z.string(),
  z.object({ origin: z.string(), at: z.number(), why: z.string() }),
);

/** True when every one of these origins may be read, and every permission is given. */
export function hasAccess(
  origins: readonly string[],
  permissions: readonly OptionalPermission[] = [],
): Promise<boolean> {
  return browser.permissions.contains(toAccess(origins, permissions));
}

/** Records what access was asked for with, so that it can be listed and given back later. */
export async function recordGrants({ origins, reason, askedAt, wish }: WishStatus): Promise<void> {
  const grants = [
    ...origins.map((origin) => [toPattern(origin), origin] as const),
    ...permissionsOf(wish).map((permission) => [permission, permission] as const),
  ];
  await navigator.locks.request(REASONS, async () => {
    const reasons = await readReasons();
    for (const [pattern, origin] of grants)
      reasons[pattern] ??= { origin, at: askedAt, why: reason };
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

/** Everything that access was given to, with the reason where one was recorded. */
export async function readGrants(): Promise<readonly Grant[]> {
  const [{ origins = [], permissions = [] }, reasons] = await Promise.all([
    browser.permissions.getAll(),
    readReasons(),
  ]);
  const observing = permissions.filter((one) => one === OBSERVING);
  return [...origins, ...observing].map((pattern) => {
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
  await browser.permissions.remove(
    pattern === OBSERVING ? { permissions: [pattern] } : { origins: [pattern] },
  );
  await forgetGrants([pattern]);
}

async function readReasons(): Promise<z.infer<typeof reasonsSchema>> {
  const found = await browser.storage.local.get(REASONS);
  const reasons = reasonsSchema.safeParse(found[REASONS]);
  return reasons.success ? reasons.data : {};
}
