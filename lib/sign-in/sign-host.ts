import type { PlannedAct } from '../action/act.ts';
import type { ActHost } from '../action/run-act.ts';
import type { UndoRecord } from '../action/undo-record.ts';
import type { WriteTarget } from '../action/write-target.ts';
import type { Cart } from '../cart/cart.ts';
import type { BrowserSession } from '../load-cart/loader.ts';
import type { Outcome } from '../outcome.ts';

/** What signing in and out needs of the browser. `send` fills the password in where it goes along. */
export interface SignHost extends Pick<ActHost, 'send' | 'keep'> {
  /** Keeps a cart from before, and a snapshot of it. Where it cannot be kept nothing is moved. */
  keepBefore(target: WriteTarget, before: Cart): Promise<Outcome<UndoRecord>>;
  /** The way from what a cart holds now to what it held. */
  planBack(record: UndoRecord, now: Cart): Promise<PlannedAct>;
  /** Reads the browser's session of the store. Sends nothing. */
  readSession(): Promise<BrowserSession>;
}
