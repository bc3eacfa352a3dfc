import type { WishState, WishStatus } from '../wish.ts';
import { noteState, readWish } from './wishes.ts';

/** How often a wait looks whether it was cancelled, in ms. Each look keeps the background awake, too. */
const LOOK_EVERY_MS = 500;

/** True once nobody wants a wish any more: it was cancelled, dismissed or replaced. */
export async function isUnwanted({ id, wish }: WishStatus): Promise<boolean> {
  const now = await readWish(wish.tabId);
  return now?.id !== id || now.cancelled === true;
}

/**
 * Tells every screen how far a wish is. A storage that is full must not end what is under way: what the
 * store took would be told by nobody.
 */
export async function noteProgress(
  status: WishStatus,
  progress: Omit<Extract<WishState, { is: 'running' }>, 'is'>,
): Promise<void> {
  await noteState(status, { is: 'running', ...progress }).catch(() => undefined);
}

/** Waits because a store asked for it, and lets every screen tell until when; a Cancel ends it. */
export async function waitUntil(status: WishStatus, until: number, done: number): Promise<void> {
  await noteProgress(status, { done, until });
  while (Date.now() < until && !(await isUnwanted(status))) {
    await new Promise((resolve) =>
      setTimeout(resolve, Math.min(LOOK_EVERY_MS, until - Date.now())),
    );
  }
  await noteProgress(status, { done });
}
