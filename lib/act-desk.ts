import type { PlannedAct } from './action/act.ts';
import type { Guard } from './action/guard.ts';
import type { UndoRecord } from './action/undo-record.ts';
import type { Cart } from './cart/cart.ts';
import type { Outcome } from './outcome.ts';
import type { Settings } from './settings.ts';
import type { SignOrder } from './sign-message.ts';

/** What a screen on which a person acts needs beside its host; it comes when it is wanted. */
export interface ActDesk {
  readGuard(origin: string): Promise<Guard>;
  /** Tells that a store was locked or unlocked, or settings were changed, on whatever screen. */
  watchGuard(listener: () => void): () => void;
  /** Unlocks a store for a quarter of an hour. */
  unlock(origin: string): Promise<void>;
  lock(origin: string): Promise<void>;
  putSettings(settings: Settings): Promise<void>;
  /** Carts from before the acts of this browser session, oldest first. */
  readUndos(): Promise<readonly UndoRecord[]>;
  /** Stops the act of this tab between two of its writes. */
  cancel(): Promise<void>;
  /**
   * Signs a customer in or out, with credentials that travel in this one message. How it goes is told
   * by the wish of the tab; fails where it did not begin.
   */
  sign(order: SignOrder): Promise<Outcome<null>>;
}

/** Plans the way from the cart that is there to the one from before an act. */
export type PlanUndo = (record: UndoRecord, now: Cart) => Promise<PlannedAct>;
